import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { IntlProvider } from 'use-intl'
import { timeZone } from './format.ts'
import { storeLanguage, type Language } from './language.ts'
import { loadMessages, type Messages } from './messages.ts'

type LanguageChoice = {
  readonly language: Language
  /** Loads the catalogue, stores the choice, then changes the whole screen at once. */
  readonly setLanguage: (language: Language) => void
}

const LanguageContext = createContext<LanguageChoice | undefined>(undefined)

type Catalogue = { readonly language: Language; readonly messages: Messages }

type I18nProviderProps = {
  /** Loaded before the first paint with `loadFirstMessages(currentLanguage())`, so that no text ever flashes. */
  readonly initial: Catalogue
  readonly children: ReactNode
}

export function I18nProvider({ initial, children }: I18nProviderProps) {
  const [catalogue, setCatalogue] = useState(initial)
  const { language, messages } = catalogue
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const choice = useMemo<LanguageChoice>(
    () => ({
      language,
      setLanguage: next => {
        storeLanguage(next)
        void loadMessages(next).then(messages => setCatalogue({ language: next, messages }))
      },
    }),
    [language],
  )
  return (
    <LanguageContext value={choice}>
      <IntlProvider locale={language} messages={messages} timeZone={timeZone}>
        {children}
      </IntlProvider>
    </LanguageContext>
  )
}

export function useLanguage(): LanguageChoice {
  const choice = useContext(LanguageContext)
  if (!choice) throw new Error('useLanguage needs an I18nProvider above')
  return choice
}
