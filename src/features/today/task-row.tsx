import { memo, useRef } from 'react'
import { documentOfTeam, team as teamRecord } from '../../domain/people/team.ts'
import { tickCheck } from '../../domain/work/edit-check.ts'
import { useT } from '../../i18n/use-t.ts'
import { cardTail, impedimentTail, todayAddress } from '../../parts/addresses.ts'
import { BlockedMark } from '../../parts/blocked-mark.tsx'
import { DueMark } from '../../parts/due-mark.tsx'
import { KindIcon } from '../../parts/kind-icon.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { OctagonAlert } from '../../ui/icons.ts'
import type { TaskReading } from './read-tasks.ts'
import styles from './today.module.css'

/** One thing that is mine: opens its card or impediment beside the list; a point is ticked from here. */
export const TaskRow = memo(function TaskRow({ task }: { readonly task: TaskReading }) {
  const { tail } = useAddress()
  const { type, id, team, title, key, due } = task
  const opens = type === 'impediment' ? impedimentTail(id) : cardTail(key ?? '')
  return (
    <li className={styles['row']} data-task={id} data-current={(type !== 'check' && tail === opens) || undefined}>
      <Sign task={task} />
      <div className={styles['what']}>
        <a className={styles['title']} href={`#${todayAddress(team)}${opens}`}>
          {title}
        </a>
        <Facts task={task} />
      </div>
      {due !== null && <DueMark due={due} isOpen />}
    </li>
  )
})

function Sign({ task }: { readonly task: TaskReading }) {
  const t = useT('today')
  if (task.type === 'check') return <Tick task={task} />
  if (task.kind !== undefined) return <KindIcon kind={task.kind} />
  return (
    <span role="img" aria-label={t('impediment')} className={styles['impediment']}>
      <OctagonAlert aria-hidden size={14} strokeWidth={2} />
    </span>
  )
}

function Facts({ task: { key, cardTitle, teamName, blockedSince } }: { readonly task: TaskReading }) {
  const t = useT('today')
  return (
    <div className={styles['facts']}>
      {blockedSince !== undefined && <BlockedMark since={blockedSince} />}
      {key !== undefined && <span className={styles['key']}>{key}</span>}
      {cardTitle !== undefined && <span>{t('onCard', { title: cardTitle })}</span>}
      <span>{teamName}</span>
    </div>
  )
}

/** What can take the focus when a ticked row goes: that of the next row, the one before, or the heading. */
const neighbourOf = (row: HTMLElement | null): HTMLElement | null => {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-task]')]
  const at = row ? rows.indexOf(row) : -1
  const next = rows[at + 1] ?? rows[at - 1]
  return next?.querySelector<HTMLElement>('input, a') ?? document.querySelector<HTMLElement>('#main h1')
}

function Tick({ task: { id, team, title } }: { readonly task: TaskReading }) {
  const t = useT('today')
  const workspace = useWorkspace()
  const run = useCommand()
  const mark = useRef<HTMLSpanElement>(null)
  const tick = async () => {
    const next = neighbourOf(mark.current?.closest<HTMLElement>('[data-task]') ?? null)
    const home = workspace.records.get(teamRecord, team)
    // A rule reads the card, whose team may not be open.
    if (home) await workspace.openDocument(documentOfTeam(home))
    const done = await run(tickCheck, { check: id, isDone: true }, { done: t('ticked', { title }) })
    if (done.ok) next?.focus()
  }
  return (
    <span ref={mark} className={styles['tick']}>
      <Checkbox label={t('tick', { title })} hideLabel checked={false} onChange={() => void tick()} />
    </span>
  )
}
