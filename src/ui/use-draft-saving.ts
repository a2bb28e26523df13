import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../i18n/use-t.ts'
import { announce } from './announcements.ts'
import type { InlineEditProps } from './inline-edit.tsx'
import { toasts } from './toasts.ts'

type DraftSaving = {
  /** Why the draft was not taken, as a sentence. It is still there. */
  readonly refusal: string | undefined
  readonly forgetRefusal: () => void
  /** Saves the draft when it differs. Out: whether nothing stands in the way of closing the field. */
  readonly save: () => Promise<boolean>
  /** From now on the draft is not wanted any more. */
  readonly discard: () => void
}

/** Saves each draft once, and also what is typed when the place or the page goes away. */
export function useDraftSaving({ value, required = false, onSave }: InlineEditProps, draft: string): DraftSaving {
  const t = useT('ui')
  const [refusal, setRefusal] = useState<string>()
  const taken = useRef(value)
  const running = useRef<Promise<boolean> | undefined>(undefined)
  const isThere = useRef(true)

  const attempt = async (text: string, before: string): Promise<boolean> => {
    const because = await answerOf(() => onSave(text), t('notTaken'))
    if (because === undefined) return true
    taken.current = before
    setRefusal(because)
    if (isThere.current) announce(because)
    else toasts.show({ text: because })
    return false
  }
  const save = async (): Promise<boolean> => {
    const text = draft.trim()
    const before = taken.current
    if (text === before.trim()) return running.current ?? true
    if (required && text === '') return true
    taken.current = text
    const turn = attempt(text, before).finally(() => (running.current = undefined))
    running.current = turn
    return turn
  }
  const latest = useRef(save)
  useLayoutEffect(() => {
    latest.current = save
  })
  useEffect(() => {
    const keep = () => void latest.current()
    isThere.current = true
    window.addEventListener('pagehide', keep)
    return () => {
      window.removeEventListener('pagehide', keep)
      isThere.current = false
      keep()
    }
  }, [])
  return {
    refusal,
    forgetRefusal: () => setRefusal(undefined),
    save: () => latest.current(),
    discard: () => {
      taken.current = draft.trim()
    },
  }
}

async function answerOf(ask: () => ReturnType<InlineEditProps['onSave']>, failed: string): Promise<string | undefined> {
  try {
    return (await ask()) ?? undefined
  } catch {
    return failed
  }
}
