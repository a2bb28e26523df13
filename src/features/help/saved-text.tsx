import { useState } from 'react'
import { fillStatement } from '../../domain/statement/fill-statement.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { TextArea } from '../../ui/text-area.tsx'

type SavedTextProps = {
  readonly name: 'body' | 'contact' | 'arbitration' | 'method' | 'barriers'
  readonly value: string
  readonly longest: number
}

/** A text of the statement, saved when it is left. What is refused stays, with the reason below it. */
export function SavedText({ name, value, longest }: SavedTextProps) {
  const t = useT('help')
  const save = useFieldCommand()
  const [refusal, setRefusal] = useState<string>()
  const [draft, setDraft] = useState({ from: value, text: value })
  // What somebody else changed meanwhile is shown, unless something is being typed here.
  const text = draft.text === draft.from ? value : draft.text
  const commit = async () => {
    const next = text.trim()
    const because = next === value ? undefined : await save(fillStatement, { [name]: next })
    setRefusal(because)
    if (because === undefined) setDraft({ from: next, text: next })
  }
  return (
    <TextArea
      label={t(`statement.fields.${name}.label`)}
      hint={t(`statement.fields.${name}.hint`)}
      value={text}
      maxLength={longest}
      rows={name === 'barriers' ? 6 : 2}
      error={refusal}
      onChange={typed => setDraft({ from: value, text: typed })}
      onBlur={() => void commit()}
    />
  )
}
