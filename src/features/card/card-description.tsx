import { describeItem } from '../../domain/work/edit-text.ts'
import type { Item } from '../../domain/work/item.ts'
import { descriptionRoom } from '../../domain/work/value-rules.ts'
import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { MarkdownTools } from './markdown-tools.tsx'
import { Section } from './section.tsx'
import { useEditBase } from './use-edit-base.ts'

/** From here on it is said how much still fits. */
const nearlyFull = 2048

const formatted = (text: string) => <Markdown text={text} />

/** The description: formatted to read, plain to write. What a colleague writes meanwhile is kept, and moves no caret. */
export function CardDescription({ record: { id, description } }: { readonly record: Item }) {
  const t = useT('card')
  const save = useFieldCommand()
  const { base, noteStart } = useEditBase(description)
  const roomNote = (draft: string): string | undefined => {
    const room = descriptionRoom(draft)
    if (room < 0) return t('descriptionOver', { over: -room })
    return room < nearlyFull ? t('descriptionRoom', { room }) : undefined
  }
  return (
    <Section title={t('description')} name="description">
      <div onFocus={noteStart}>
        <InlineEdit
          label={t('description')}
          value={description}
          placeholder={t('addDescription')}
          multiline
          display={formatted}
          tools={MarkdownTools}
          note={roomNote}
          onSave={text => save(describeItem, { item: id, description: text, base: base() })}
        />
      </div>
    </Section>
  )
}
