import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

type CommittedFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly maxLength?: number
  /** Called with the text when the field is left or Enter is pressed, only when it differs. Out: why it was not taken, as a sentence. */
  readonly onCommit: (text: string) => Promise<string | undefined>
}

/** A field that is saved when it is left, so that a half-typed number is no setting. What is refused stays, with the reason under it. */
export function CommittedField({ value, onCommit, ...rest }: CommittedFieldProps) {
  const [refusal, setRefusal] = useState<string>()
  const [draft, setDraft] = useState({ from: value, text: value })
  // What somebody else changed meanwhile is shown, unless something is being typed here.
  const text = draft.text === draft.from ? value : draft.text
  const commit = async () => {
    const next = text.trim()
    const because = next === value || next === '' ? undefined : await onCommit(next)
    setRefusal(because)
    if (because === undefined) setDraft({ from: next, text: next })
  }
  const type = (typed: string) => {
    setDraft({ from: value, text: typed })
    setRefusal(undefined)
  }
  return (
    <TextField
      {...rest}
      value={text}
      error={refusal}
      onChange={type}
      onBlur={() => void commit()}
      onKeyDown={event => event.key === 'Enter' && void commit()}
    />
  )
}
