import { useState } from 'react'
import { announce } from '../ui/announcements.ts'

/** Closes a surface once its choice is taken. A refused one leaves it open, with the sentence to show beside what was typed. */
export const useChoosing = <Value>(
  onChoose: (value: Value) => Promise<string | undefined>,
  onClose: () => void,
): { readonly refusal: string | undefined; readonly choose: (value: Value) => Promise<void> } => {
  const [refusal, setRefusal] = useState<string>()
  const choose = async (value: Value): Promise<void> => {
    const because = await onChoose(value)
    setRefusal(because)
    if (because === undefined) onClose()
    else announce(because)
  }
  return { refusal, choose }
}
