import { toasts } from '../ui/toasts.ts'

/** Puts a text on the clipboard and says so; where the browser refuses, the text itself is shown. Out: whether it lies there. */
export const copyText = async (text: string, done: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text)
    toasts.show({ text: done })
    return true
  } catch {
    toasts.show({ text })
    return false
  }
}
