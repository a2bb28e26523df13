import { startSprint } from '../../domain/scrum/start-sprint.ts'
import { startChecks } from '../../domain/scrum/start-checks.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useToday } from '../../parts/use-today.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { CircleCheck, Info } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { sprintTabAddress } from './sprint-tabs.ts'
import styles from './planning.module.css'
import { useFindings } from './use-findings.ts'

type PlanningFootProps = {
  readonly sprint: Sprint
  /** Another sprint runs: this one has to wait. */
  readonly isBusy: boolean
}

/** The check list, each line a way to what is missing, and the one button. What is missing never forbids the start. */
export function PlanningFoot({ sprint, isBusy }: PlanningFootProps) {
  const t = useT('sprint')
  const team = useTeam()
  const run = useCommand()
  const { navigate } = useAddress()
  const today = useToday()
  const findings = useReading(view => startChecks(view, sprint, today), [sprint, today])
  const found = useFindings(findings)
  const toRunning = () => navigate(sprintTabAddress(team.id, 'running'))
  const lines = isBusy ? [{ id: 'busy', text: t('otherRunsShort'), go: toRunning }, ...found] : found
  const start = async () => {
    const result = await run(startSprint, { sprint: sprint.id }, { done: t('started', { name: sprint.name }) })
    if (!result.ok) return
    toRunning()
    setTimeout(focusPlace)
  }
  return (
    <footer className={styles['foot']}>
      {lines.length === 0 ? (
        <Badge bare tone="ok" icon={CircleCheck}>
          {t('nothingMissing')}
        </Badge>
      ) : (
        <>
          <ul className={`${styles['findings']} ${styles['wideOnly']}`} aria-label={t('checkList')}>
            {lines.map(({ id, text, go }) => (
              <li key={id}>
                <button type="button" data-wraps className={styles['finding']} onClick={go}>
                  <Info aria-hidden size={14} strokeWidth={2} />
                  {text}
                </button>
              </li>
            ))}
          </ul>
          <span className={styles['narrowOnly']}>
            <MenuButton
              label={t('checkList')}
              text={t('hints', { count: lines.length })}
              variant="plain"
              placement="top-start"
              entries={lines.map(({ id, text, go }) => ({ id, text, onSelect: go }))}
            />
          </span>
        </>
      )}
      <Button
        variant={isBusy ? 'quiet' : 'primary'}
        className={styles['start']}
        refusal={isBusy ? t('otherRuns') : undefined}
        onClick={() => void start()}
      >
        {t('startSprint')}
      </Button>
    </footer>
  )
}
