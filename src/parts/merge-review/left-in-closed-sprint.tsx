import { addToSprint } from '../../domain/scrum/sprint-scope.ts'
import { sprint } from '../../domain/scrum/sprint.ts'
import { activeSprints } from '../../domain/scrum/sprints.ts'
import { backlog, item } from '../../domain/work/item.ts'
import { moveItems } from '../../domain/work/move-item.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { useCommand } from '../use-command.ts'
import { useReading } from '../use-reading.ts'
import { useTeam } from '../use-team.ts'
import styles from './merge-review.module.css'

type LeftInClosedSprintProps = { readonly sprint: string; readonly items: readonly string[] }

/** Unfinished cards of a sprint that is over: into the backlog, or into the sprint that runs. */
export function LeftInClosedSprint({ sprint: id, items }: LeftInClosedSprintProps) {
  const t = useT('work')
  const run = useCommand()
  const { home } = useTeam()
  const name = useReading(view => view.get(sprint, id)?.name ?? '', [id])
  const titles = useReading(view => items.map(card => view.get(item, card)?.title ?? ''), [items.join()])
  const running = useReading(view => activeSprints(view, home)[0], [home])
  const count = items.length
  const toBacklog = () =>
    run(
      moveItems,
      { items, place: backlog, spot: 'top' },
      { done: t('move.movedMany', { count, place: t('backlog') }) },
    )
  const toSprint = (target: string, place: string) =>
    run(addToSprint, { items, sprint: target }, { done: t('move.movedMany', { count, place }) })
  return (
    <>
      <p>{t('merging.itemsLeftInClosedSprint', { count, name })}</p>
      <ul className={styles['titles']}>
        {titles.map((title, at) => (
          <li key={items[at]}>{title}</li>
        ))}
      </ul>
      <div className={styles['ways']}>
        <Button size="small" onClick={() => void toBacklog()}>
          {t('merging.toBacklog')}
        </Button>
        {running && (
          <Button size="small" onClick={() => void toSprint(running.id, running.name)}>
            {t('merging.toSprint', { name: running.name })}
          </Button>
        )}
      </div>
    </>
  )
}
