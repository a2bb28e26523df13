import { useState } from 'react'
import { isOver, type Impediment, type ImpedimentState } from '../../domain/impediments/impediment.ts'
import { moveImpediment, transitions } from '../../domain/impediments/move-impediment.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './impediment-panel.module.css'
import { StepDialog, type AskedState } from './step-dialog.tsx'

/** Steps that bring something to say with them; the others happen at once. */
const asked: readonly ImpedimentState[] = ['escalated', 'decided', 'resolved', 'tolerated']
export const isAsked = (state: ImpedimentState): state is AskedState => asked.includes(state)

/** The key of a step's words: taking something up again is not the same as taking it up. */
export const wordOf = ({ state }: Impediment, to: ImpedimentState) => {
  if (to === 'inProgress') return isOver(state) ? 'again' : state === 'escalated' ? 'back' : 'inProgress'
  return to === 'escalated' && state === 'escalated' ? 'further' : to
}

/** What can be done now, by the table of states: the natural next step and the way out as buttons, the rest in a menu. */
export function ImpedimentSteps({ record }: { readonly record: Impediment }) {
  const t = useT('impediments')
  const run = useCommand()
  const [asking, setAsking] = useState<AskedState>()
  const possible = transitions[record.state]
  const [next, ...others] = possible.filter(state => state !== 'resolved')
  const go = (to: ImpedimentState) => {
    if (isAsked(to)) setAsking(to)
    else void run(moveImpediment, { impediment: record.id, to }, { done: t(`went.${to}`, { title: record.title }) })
  }
  return (
    <div className={styles['steps']}>
      {next && <Button onClick={() => go(next)}>{t(`steps.${wordOf(record, next)}`)}</Button>}
      {possible.includes('resolved') && (
        <Button icon={Check} onClick={() => go('resolved')}>
          {t('steps.resolved')}
        </Button>
      )}
      {others.length > 0 && (
        <MenuButton
          label={t('otherSteps')}
          text={t('otherSteps')}
          variant="plain"
          entries={others.map(state => ({
            id: state,
            text: t(`steps.${wordOf(record, state)}`),
            onSelect: () => go(state),
          }))}
        />
      )}
      {asking && <StepDialog record={record} to={asking} onClose={() => setAsking(undefined)} />}
    </div>
  )
}
