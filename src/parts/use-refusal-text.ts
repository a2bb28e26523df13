import { useCallback } from 'react'
import type { AnyRefusal } from '../domain/kernel/result.ts'
import type { Messages } from '../i18n/messages.ts'
import { useT } from '../i18n/use-t.ts'

type Reason = keyof Messages['refusals']
type Values = Record<string, string | number>

/** The sentence for a refusal: its reason is the key, its other fields are the values. */
export const useRefusalText = () => {
  const t = useT('refusals')
  return useCallback(
    (refusal: AnyRefusal): string => {
      const { because, ...fields } = refusal
      const values = Object.fromEntries(
        Object.entries(fields).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
      ) as Values
      return t(because as Reason, values)
    },
    [t],
  )
}
