import { useRef, type FocusEvent } from 'react'
import { describeItem } from '../../domain/work/edit-text.ts'
import type { Item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { Section } from './section.tsx'

const formatted = (text: string) => <Markdown text={text} />

/** The description: formatted to read, plain to write. What a colleague writes meanwhile is kept, and moves no caret. */
export function CardDescription({ record: { id, description } }: { readonly record: Item }) {
  const t = useT('card')
  const run = useCommand()
  const base = useRef(description)
  const noteStart = (event: FocusEvent) => {
    if (event.target instanceof HTMLTextAreaElement) base.current = description
  }
  return (
    <Section title={t('description')}>
      <div onFocus={noteStart}>
        <InlineEdit
          label={t('description')}
          value={description}
          placeholder={t('addDescription')}
          multiline
          display={formatted}
          onSave={text => void run(describeItem, { item: id, description: text, base: base.current })}
        />
      </div>
    </Section>
  )
}
