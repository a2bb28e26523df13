import { useRef, type FocusEvent } from 'react'

/**
 * What stood in a long text when the person began to write, so that what others write meanwhile can stay. In: the text as it is now.
 * `noteStart` listens to the focus of the field.
 */
export const useEditBase = (text: string) => {
  const base = useRef(text)
  const field = useRef<HTMLTextAreaElement>(null)
  const noteStart = (event: FocusEvent) => {
    // A draft that was refused keeps what it was begun from, also when the field is entered again.
    if (!(event.target instanceof HTMLTextAreaElement) || event.target === field.current) return
    field.current = event.target
    base.current = text
  }
  return { base: () => base.current, noteStart }
}
