import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import {
  ArrowDown,
  ArrowDownToLine,
  ArrowUp,
  ArrowUpToLine,
  Inbox,
  Repeat,
  SquareKanban,
  type IconType,
} from '../ui/icons.ts'
import { SegmentedControl } from '../ui/segmented-control.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { readMoveTargets, type MoveTargets } from './move-targets.ts'
import styles from './move-dialog.module.css'
import { useMoving } from './use-moving.ts'
import { useReading } from './use-reading.ts'
import { useTeam } from './use-team.ts'

export type MoveDialogProps = {
  /** One card or several of the chosen team, by id, in the order in which they shall stand. */
  readonly items: readonly string[]
  readonly onClose: () => void
}

/** "Verschieben nach …": every place a card can go, each one click or key away. The equal of dragging. */
export function MoveDialog({ items, onClose }: MoveDialogProps) {
  const t = useT('work')
  const team = useTeam()
  const targets = useReading(view => readMoveTargets(view, team, items), [team, items])
  const { title, standing, isEpic } = targets
  const moving = useMoving({ items, title })
  const [spot, setSpot] = useState<'top' | 'bottom'>('bottom')
  const list = useRef<HTMLDivElement>(null)
  // The dialog is gone and the card has focus again before it moves; the board then carries the focus along.
  const go = (act: () => unknown) => () => {
    onClose()
    setTimeout(act)
  }
  return (
    <Sheet
      title={items.length === 1 ? t('move.title') : t('move.many', { count: items.length })}
      description={items.length === 1 ? title : undefined}
      onClose={onClose}
    >
      {!isEpic && (
        <SegmentedControl
          label={t('move.spot')}
          value={spot}
          segments={[
            { value: 'top', text: t('move.atTop') },
            { value: 'bottom', text: t('move.atBottom') },
          ]}
          onChange={setSpot}
          wide
        />
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows only carry the focus between the buttons inside */}
      <div ref={list} className={styles['groups']} onKeyDown={event => walk(event, list.current)}>
        {!isEpic && <Places targets={targets} moving={moving} spot={spot} go={go} />}
        {standing !== undefined && standing.of > 1 && <Steps standing={standing} moving={moving} go={go} />}
      </div>
    </Sheet>
  )
}

type Go = (act: () => unknown) => () => void
type Moving = ReturnType<typeof useMoving>
type PlacesProps = {
  readonly targets: MoveTargets
  readonly moving: Moving
  readonly spot: 'top' | 'bottom'
  readonly go: Go
}

function Places({ targets, moving, spot, go }: PlacesProps) {
  const t = useT('work')
  const team = useTeam()
  const backlog = team.method === 'kanban' ? t('options') : t('backlog')
  const firstElsewhere = targets.columns.find(({ isHere }) => !isHere)?.id
  return (
    <>
      <Group title={t('move.columns')}>
        {targets.columns.map(({ id, name, count, limit, limitState, isHere }) => (
          <Row
            key={id}
            icon={SquareKanban}
            text={name}
            detail={limit === null ? t('move.count', { count }) : t('move.countOfLimit', { count, limit })}
            warning={limitState === 'ok' ? undefined : t(limitState === 'full' ? 'move.full' : 'move.over')}
            isHere={isHere}
            isFirst={id === firstElsewhere}
            onChoose={go(() => moving.toColumn(id, name, spot))}
          />
        ))}
      </Group>
      {targets.sprints.length > 0 && (
        <Group title={t('move.sprints')}>
          {targets.sprints.map(({ id, name, state, count, isHere }) => (
            <Row
              key={id}
              icon={Repeat}
              text={name}
              detail={`${t(`sprintStates.${state}`)} · ${t('move.count', { count })}`}
              isHere={isHere}
              onChoose={go(() => moving.toSprint(id, name, spot))}
            />
          ))}
        </Group>
      )}
      <Group title={t('move.others')}>
        <Row
          icon={Inbox}
          text={backlog}
          detail={t('move.count', { count: targets.backlog.count })}
          isHere={targets.backlog.isHere}
          onChoose={go(() => moving.toBacklog(backlog, spot))}
        />
      </Group>
    </>
  )
}

type StepsProps = {
  readonly standing: { readonly at: number; readonly of: number }
  readonly moving: Moving
  readonly go: Go
}

function Steps({ standing: { at, of }, moving, go }: StepsProps) {
  const t = useT('work')
  return (
    <Group title={t('move.here')}>
      {at > 0 && (
        <>
          <Row icon={ArrowUpToLine} text={t('move.top')} onChoose={go(() => moving.toEnd('top'))} />
          <Row icon={ArrowUp} text={t('move.up')} onChoose={go(() => moving.by('up'))} />
        </>
      )}
      {at < of - 1 && (
        <>
          <Row icon={ArrowDown} text={t('move.down')} onChoose={go(() => moving.by('down'))} />
          <Row icon={ArrowDownToLine} text={t('move.bottom')} onChoose={go(() => moving.toEnd('bottom'))} />
        </>
      )}
    </Group>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles['group']}>
      <h3 className={styles['heading']}>{title}</h3>
      <ul className={styles['list']}>{children}</ul>
    </section>
  )
}

type RowProps = {
  readonly icon: IconType
  readonly text: string
  readonly detail?: string
  readonly warning?: string | undefined
  readonly isHere?: boolean
  readonly isFirst?: boolean
  readonly onChoose: () => void
}

function Row({ icon: Icon, text, detail, warning, isHere = false, isFirst = false, onChoose }: RowProps) {
  const t = useT('work')
  return (
    <li>
      <button
        type="button"
        data-move
        data-wraps
        data-autofocus={isFirst || undefined}
        aria-current={isHere || undefined}
        className={styles['row']}
        onClick={onChoose}
      >
        <Icon aria-hidden size={16} strokeWidth={1.75} />
        <span className={styles['text']}>{text}</span>
        {isHere && <span className={styles['detail']}>{t('move.isHere')}</span>}
        {warning !== undefined && <span className={styles['warning']}>{warning}</span>}
        {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
      </button>
    </li>
  )
}

const walk = (event: KeyboardEvent, list: HTMLElement | null): void => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || !list) return
  const rows = [...list.querySelectorAll<HTMLElement>('[data-move]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  event.preventDefault()
  rows[Math.min(Math.max(0, at + step), rows.length - 1)]?.focus()
}
