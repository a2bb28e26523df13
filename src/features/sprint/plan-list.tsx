import { useMemo, type ReactNode } from 'react'
import { pointsOf } from '../../domain/scrum/sprints.ts'
import { live } from '../../domain/kernel/view.ts'
import { item } from '../../domain/work/item.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { ExplainedText } from '../../parts/explained-text.tsx'
import { Term } from '../../parts/term.tsx'
import { useQuietReading } from '../../parts/use-quiet-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { SortableList } from '../../ui/board/sortable-list.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import styles from './planning.module.css'

type PlanListProps = {
  readonly side: 'backlog' | 'sprint'
  readonly title: string
  readonly rows: readonly string[]
  /** On a phone only one of the two is. */
  readonly isShown: boolean
  readonly marked: ReadonlySet<string>
  readonly renderRow: (id: string) => ReactNode
  /** How many of the first rows still fit; undefined without a mean. */
  readonly fitting?: number | undefined
  /** What one action takes over. */
  readonly proposal?: readonly string[]
  readonly onTake?: (ids: readonly string[]) => void
}

/** One side of the planning, with its count and sum. */
export function PlanList(props: PlanListProps) {
  const { side, title, rows, isShown, marked, renderRow, fitting, proposal = [], onTake } = props
  const t = useT('sprint')
  const format = useFormat()
  const points = useQuietReading(item, view => pointsOf(rows.flatMap(id => live(view, item, id) ?? [])), [rows])
  const sections = useMemo(
    () => [{ id: side, label: title, rows, headless: true, markAfter: fitting || undefined }],
    [side, title, rows, fitting],
  )
  return (
    <section className={styles['pane']} data-shown={isShown || undefined} data-side={side} aria-label={title}>
      <header className={styles['paneHead']}>
        <h2 className={styles['paneTitle']}>{side === 'backlog' ? <Term of="backlog">{title}</Term> : title}</h2>
        <span className={styles['quiet']}>
          {points > 0
            ? t('cardsAndPoints', { count: rows.length, points: format.number(points), sum: points })
            : t('cards', { count: rows.length })}
        </span>
        {onTake && proposal.length > 0 && (
          <Button size="small" className={styles['push']} onClick={() => onTake(proposal)}>
            {fitting === undefined ? t('takeAll', { count: proposal.length }) : t('fillToMean')}
          </Button>
        )}
      </header>
      <SortableList
        className={styles['scroll']}
        sections={sections}
        renderRow={renderRow}
        marked={marked}
        renderMark={() => (
          <div className={styles['mark']}>
            <span>
              <ExplainedText text={t('fitsUntilHere')} words={{ sprint: 'Sprint' }} />
            </span>
          </div>
        )}
        renderEnd={() => (rows.length === 0 ? <EmptySide side={side} /> : null)}
      />
    </section>
  )
}

function EmptySide({ side }: { readonly side: 'backlog' | 'sprint' }) {
  const t = useT('sprint')
  const team = useTeam()
  return (
    <div className={styles['empty']}>
      <p>{side === 'backlog' ? t('emptyBacklog') : t('emptySprint')}</p>
      {side === 'backlog' && (
        <LinkButton href={`#${teamAddress(team.id, 'backlog')}`} size="small">
          {t('openBacklog')}
        </LinkButton>
      )}
    </div>
  )
}
