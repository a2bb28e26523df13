import { useTranslations } from 'use-intl'
import type { Language } from './language.ts'
import type { Messages, Namespace } from './messages.ts'

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Messages
  }
}

/** A function that says the texts of one namespace. Name it as parameter type where a component hands it on. */
export type Translate<N extends Namespace> = ReturnType<typeof useTranslations<N>>

/** The texts of one namespace, with typed keys: `const t = useT('board')`, then `t('empty.title')`. */
export function useT<N extends Namespace>(namespace: N): Translate<N> {
  return useTranslations(namespace)
}
