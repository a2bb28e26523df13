import { Fragment, type ReactNode } from 'react'
import { Term } from './term.tsx'
import type { TermName } from './terms.ts'

type ExplainedTextProps = {
  readonly text: string
  /** The words as they stand in the sentence; endings may follow. */
  readonly words: { readonly [Name in TermName]?: string }
}

/** A sentence whose method words explain themselves, each where it is met first. */
export function ExplainedText({ text, words }: ExplainedTextProps) {
  const parts = Object.entries(words).reduce<readonly ReactNode[]>(
    (before, [name, word]) =>
      before.flatMap(part => (typeof part === 'string' ? explain(part, name as TermName, word) : [part])),
    [text],
  )
  // Pieces of a sentence have no identity but their order.
  // oxlint-disable-next-line react/no-array-index-key
  return parts.map((part, index) => <Fragment key={index}>{part}</Fragment>)
}

const explain = (text: string, name: TermName, word: string): readonly ReactNode[] => {
  const at = text.toLowerCase().search(new RegExp(`(?<!\\p{L})${word.toLowerCase()}`, 'u'))
  if (at < 0) return [text]
  const end = at + word.length
  const whole = text.slice(at, end) + (/^\p{L}+/u.exec(text.slice(end))?.[0] ?? '')
  return [
    text.slice(0, at),
    <Term key={name} of={name}>
      {whole}
    </Term>,
    text.slice(at + whole.length),
  ]
}
