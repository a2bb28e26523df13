import { useState } from 'react'
import { TextField } from '../../ui/text-field.tsx'

type CommittedFieldProps = {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly maxLength?: number
  /** Called with the text when the field is left or Enter is pressed, only when it differs. */
  readonly onCommit: (text: string) => void
}

/** A field that is saved when it is left, so that a half-typed number is no setting. */
export function CommittedField({ value, onCommit, ...rest }: CommittedFieldProps) {
  const [draft, setDraft] = useState({ from: value, text: value })
  // What somebody else changed meanwhile is shown, unless something is being typed here.
  const text = draft.text === draft.from ? value : draft.text
  const commit = () => {
    const next = text.trim()
    setDraft({ from: next, text: next })
    if (next !== value && next !== '') onCommit(next)
  }
  return (
    <TextField
      {...rest}
      value={text}
      onChange={typed => setDraft({ from: value, text: typed })}
      onBlur={commit}
      onKeyDown={event => event.key === 'Enter' && commit()}
    />
  )
}
