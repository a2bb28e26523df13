import { createItems } from '../../domain/work/create-items.ts'
import { epicsOf } from '../../domain/work/progress.ts'
import { useT } from '../../i18n/use-t.ts'
import { AddLines } from '../../parts/add-lines.tsx'
import { Term } from '../../parts/term.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useItemFilter } from '../../parts/use-item-filter.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { X } from '../../ui/icons.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { changeBacklogState } from './backlog-state.ts'
import styles from './epics.module.css'
import { EpicLine } from './epic-line.tsx'

/** The team's epics in their order, how far each is, and which one the backlog is narrowed to. */
export function EpicsPanel() {
  const t = useT('backlog')
  const team = useTeam()
  const run = useCommand()
  const { change } = useItemFilter('backlog')
  const epics = useReading(view => epicsOf(view, team), [team])
  const add = async (text: string) => {
    const result = await run(createItems, { team: team.id, kind: 'epic', text })
    return result.ok
  }
  return (
    <aside className={styles['epics']} aria-label={t('epics')}>
      <header className={styles['epicsHead']}>
        <h2 className={styles['heading']}>
          <Term of="epic">{t('epics')}</Term>
        </h2>
        <IconButton
          icon={X}
          size="small"
          label={t('hideEpics')}
          onClick={() => {
            changeBacklogState({ epicsShown: false })
            change({ epic: undefined })
          }}
        />
      </header>
      {epics.length === 0 && <p className={styles['quiet']}>{t('noEpics')}</p>}
      <ul className={styles['epicList']}>
        {epics.map((id, at) => (
          <EpicLine key={id} id={id} isFirst={at === 0} isLast={at === epics.length - 1} />
        ))}
      </ul>
      <AddLines label={t('addEpic')} onAdd={add} />
    </aside>
  )
}
