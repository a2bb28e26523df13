import { useEffect } from 'react'
import { useT } from '../i18n/use-t.ts'
import { toasts } from '../ui/toasts.ts'

/** Milliseconds until the next failure is told again: a fault that repeats itself must not cover the screen with the same sentence. */
const silence = 60_000

/** The browser's own remarks, such as on its layout, carry no error; what a person has broken off is none. */
const isFailure = (reason: unknown): boolean =>
  reason !== null && reason !== undefined && !(reason instanceof DOMException && reason.name === 'AbortError')

/** Says once, quietly, that a step has failed which no screen speaks for: what is safe, and what to do. */
export const useFailureNotice = (): void => {
  const t = useT('shell')
  useEffect(() => {
    let quietUntil = 0
    const tell = (reason: unknown): void => {
      const now = Date.now()
      if (!isFailure(reason) || now < quietUntil) return
      quietUntil = now + silence
      toasts.show({ text: t('failure'), action: { label: t('reload'), run: () => location.reload() } })
    }
    const onError = (event: ErrorEvent): void => tell(event.error)
    const onRejection = (event: PromiseRejectionEvent): void => tell(event.reason)
    window.addEventListener('error', onError)
    window.addEventListener('unhandledrejection', onRejection)
    return () => {
      window.removeEventListener('error', onError)
      window.removeEventListener('unhandledrejection', onRejection)
    }
  }, [t])
}
