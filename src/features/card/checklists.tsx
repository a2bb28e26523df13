import { useReading } from '../../parts/use-reading.ts'
import { checklist, longestChecklistTitle } from '../../domain/work/checklist.ts'
import { addChecks } from '../../domain/work/add-checks.ts'
import { check, checksKey } from '../../domain/work/check.ts'
import { addChecklist, deleteChecklist, moveChecklist, renameChecklist } from '../../domain/work/edit-checklist.ts'
import { listProgress } from '../../domain/work/progress.ts'
import { useT } from '../../i18n/use-t.ts'
import { AddLines } from '../../parts/add-lines.tsx'
import { Term } from '../../parts/term.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useIds, useRecord } from '../../parts/use-record.ts'
import { ArrowDown, ArrowUp, Trash2 } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import type { MenuEntry } from '../../ui/menu.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './card.module.css'
import { CheckLine } from './check-line.tsx'
import { Section } from './section.tsx'

type ListProps = { readonly item: string; readonly list: string }

/** The acceptance criteria of an item. */
export function Criteria({ item, list }: ListProps) {
  const t = useT('card')
  return (
    <Section title={<Term of="criteria">{t('criteria')}</Term>} note={useProgressNote(item, list)} name="criteria">
      <Lines item={item} list={list} addLabel={t('addCriteria')} />
    </Section>
  )
}

type ChecklistProps = ListProps & {
  /** The lists beside it. */
  readonly before: string | undefined
  readonly after: string | undefined
}

/** A named list of checks. */
export function Checklist({ item, list, before, after }: ChecklistProps) {
  const t = useT('card')
  const run = useCommand()
  const save = useFieldCommand()
  const record = useRecord(checklist, list)
  const note = useProgressNote(item, list)
  if (!record) return null
  const title = (
    <InlineEdit
      label={t('checklistTitle')}
      value={record.title}
      required
      maxLength={longestChecklistTitle}
      onSave={text => save(renameChecklist, { checklist: list, title: text })}
    />
  )
  const move = (spot: { readonly before?: string; readonly after?: string }) => () =>
    void run(moveChecklist, { checklist: list, spot })
  const entries: readonly MenuEntry[] = [
    ...(before === undefined ? [] : [{ id: 'up', text: t('up'), icon: ArrowUp, onSelect: move({ before }) }]),
    ...(after === undefined ? [] : [{ id: 'down', text: t('down'), icon: ArrowDown, onSelect: move({ after }) }]),
    {
      id: 'delete',
      text: t('deleteChecklist'),
      icon: Trash2,
      danger: true,
      onSelect: () =>
        void run(deleteChecklist, { checklist: list }, { done: t('checklistDeleted', { title: record.title }) }),
    },
  ]
  const menu = <MenuButton label={t('checklistMenu')} entries={entries} size="small" placement="bottom-end" />
  return (
    <Section title={title} note={note} tools={menu} name={list}>
      <Lines item={item} list={list} addLabel={t('addCheck')} />
    </Section>
  )
}

type LinesProps = ListProps & { readonly addLabel: string }

function Lines({ item, list, addLabel }: LinesProps) {
  const run = useCommand()
  const lines = useIds(check, 'list', checksKey(item, list))
  const add = async (text: string) => (await run(addChecks, { item, list, text })).ok
  return (
    <div className={styles['lines']}>
      {lines.length > 0 && (
        <ul className={styles['checks']}>
          {lines.map((id, at) => (
            <CheckLine key={id} id={id} at={at} of={lines.length} before={lines[at - 1]} after={lines[at + 1]} />
          ))}
        </ul>
      )}
      <AddLines label={addLabel} onAdd={add} />
    </div>
  )
}

/** `2 von 5`, nothing for an empty list. */
const useProgressNote = (item: string, list: string): string | undefined => {
  const t = useT('card')
  const { done, total } = useReading(view => listProgress(view, item, list), [item, list])
  return total === 0 ? undefined : t('progress', { done, total })
}

/** A new checklist begins with its name. */
export function AddChecklist({ item }: { readonly item: string }) {
  const t = useT('card')
  const run = useCommand()
  const add = async (title: string) => (await run(addChecklist, { item, title })).ok
  return (
    <div data-section="checklists">
      <AddLines label={t('addChecklist')} maxLength={longestChecklistTitle} onAdd={add} />
    </div>
  )
}
