import { useState, type KeyboardEvent } from 'react'
import { check, longestCheck } from '../../domain/work/check.ts'
import { deleteCheck, moveCheck, renameCheck, tickCheck } from '../../domain/work/edit-check.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useRecord } from '../../parts/use-record.ts'
import { announce } from '../../ui/announcements.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { ArrowDown, ArrowUp, CalendarDays, Trash2, User } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import type { MenuEntry } from '../../ui/menu.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './card.module.css'
import { CheckChoice, type CheckAsked } from './check-choice.tsx'
import { CheckFacts } from './check-facts.tsx'

type CheckLineProps = {
  readonly id: string
  /** Its place in the list, from 0, and how many there are. */
  readonly at: number
  readonly of: number
  readonly before: string | undefined
  readonly after: string | undefined
}

/** One line to tick, with whose it is, until when, and who ticked it. Alt+arrows move it, as its menu does. */
export function CheckLine({ id, at, of, before, after }: CheckLineProps) {
  const t = useT('card')
  const run = useCommand()
  const save = useFieldCommand()
  const record = useRecord(check, id)
  const [line, setLine] = useState<HTMLLIElement | null>(null)
  const [asked, ask] = useState<CheckAsked>()
  if (!record) return null
  const { title, done } = record
  const up = () => before !== undefined && shift({ before }, at)
  const down = () => after !== undefined && shift({ after }, at + 2)
  const shift = async (spot: { readonly before?: string; readonly after?: string }, place: number) => {
    const moved = await run(moveCheck, { check: id, spot })
    if (moved.ok) announce(t('checkMoved', { title, at: place, of }))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    void (event.key === 'ArrowUp' ? up() : down())
  }
  const entries: readonly MenuEntry[] = [
    { id: 'assign', text: t('assignCheck'), icon: User, onSelect: () => ask('person') },
    { id: 'schedule', text: t('scheduleCheck'), icon: CalendarDays, onSelect: () => ask('due') },
    ...(before === undefined ? [] : [{ id: 'up', text: t('up'), icon: ArrowUp, onSelect: () => void up() }]),
    ...(after === undefined ? [] : [{ id: 'down', text: t('down'), icon: ArrowDown, onSelect: () => void down() }]),
    {
      id: 'delete',
      text: t('deleteCheck'),
      icon: Trash2,
      danger: true,
      onSelect: () => void run(deleteCheck, { check: id }, { done: t('checkDeleted', { title }) }),
    },
  ]
  return (
    // The keys are those of the controls inside; the line only listens at one place for all of them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li ref={setLine} className={styles['check']} data-check={id} onKeyDown={onKeyDown}>
      <Checkbox
        className={styles['tick']}
        label={title}
        hideLabel
        checked={done !== null}
        onChange={isDone => void run(tickCheck, { check: id, isDone })}
      />
      <div className={styles['checkText']}>
        <InlineEdit
          label={t('check')}
          value={title}
          required
          maxLength={longestCheck}
          onSave={text => save(renameCheck, { check: id, title: text })}
        />
        <CheckFacts record={record} />
      </div>
      <MenuButton label={t('checkMenu', { title })} entries={entries} size="small" placement="bottom-end" />
      {asked && line && <CheckChoice record={record} asked={asked} anchor={line} onClose={() => ask(undefined)} />}
    </li>
  )
}
