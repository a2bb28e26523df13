import { useMemo } from 'react'
import { createFormat, type Format } from './format.ts'
import { useLanguage } from './i18n-provider.tsx'
import { useT } from './use-t.ts'

/** Dates, spans and numbers in the chosen language, measured from the present moment. */
export function useFormat(): Format {
  const t = useT('format')
  const { language } = useLanguage()
  return useMemo(() => createFormat({ language, t, now: Date.now }), [language, t])
}
