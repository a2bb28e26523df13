import type { ReactNode } from 'react'
import type { FirstStep } from '../../domain/today/first-steps.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { ChevronRight, Circle, CircleCheck } from '../../ui/icons.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { toasts } from '../../ui/toasts.ts'
import type { Watched } from '../../workspace/reading.ts'
import { teamAddress } from '../addresses.ts'
import { useCurrentWorkspace } from '../use-current-workspace.ts'
import { useTeam } from '../use-team.ts'
import styles from './first-steps.module.css'
import { usePutAway } from './put-away.ts'
import { useFirstSteps, type Steps } from './use-first-steps.ts'

type FirstStepsProps = {
  readonly view: Watched
  /** What stands below them; it waits until it is known whether they are there. */
  readonly children?: ReactNode
}

/** Below the things of the day until all are done or they are put away. */
export function FirstSteps({ view, children }: FirstStepsProps) {
  const t = useT('today')
  const [isAway, setAway] = usePutAway()
  const steps = useFirstSteps(view)
  const isSample = useCurrentWorkspace()?.sample ?? false
  const done = steps?.steps.filter(({ isDone }) => isDone).length
  if (isAway || isSample) return children
  if (!steps || done === undefined) return <Skeleton blocks={[20, 240]} />
  if (done === steps.steps.length) return children
  const putAway = () => {
    setAway(true)
    document.querySelector<HTMLElement>('#main h1')?.focus()
    toasts.show({ text: t('steps.away'), action: { label: t('steps.show'), run: () => setAway(false) } })
  }
  return (
    <>
      <section aria-labelledby="first-steps" className={styles['section']}>
        <div className={styles['head']}>
          <h2 id="first-steps">
            {t('steps.title')}
            <span className={styles['count']}>{t('steps.count', { done, all: steps.steps.length })}</span>
          </h2>
          <Button size="small" variant="plain" onClick={putAway}>
            {t('steps.putAway')}
          </Button>
        </div>
        <StepList {...steps} />
      </section>
      {children}
    </>
  )
}

const placeOf: Readonly<Record<FirstStep, (team: string) => string>> = {
  card: team => teamAddress(team, 'board'),
  backlog: team => teamAddress(team, 'backlog'),
  estimate: team => teamAddress(team, 'backlog'),
  sprint: team => teamAddress(team, 'sprint/planning'),
  backup: () => '/data',
  invite: team => teamAddress(team, 'people'),
}

/** Every step leads to the place where it is done. */
export function StepList({ steps, hasFolders }: Steps) {
  const t = useT('today')
  const team = useTeam()
  const wordOf = (step: FirstStep) =>
    step === 'backlog' && team.method === 'kanban' ? 'options' : step === 'backup' && !hasFolders ? 'download' : step
  return (
    <ol className={styles['steps']}>
      {steps.map(({ step, isDone }) => (
        <li key={step}>
          <a className={styles['step']} href={`#${placeOf[step](team.id)}`} data-done={isDone || undefined}>
            {isDone ? (
              <CircleCheck aria-hidden size={16} strokeWidth={2} />
            ) : (
              <Circle aria-hidden size={16} strokeWidth={1.75} />
            )}
            <span className={styles['word']}>
              {isDone && <span className="visually-hidden">{t('steps.done')} </span>}
              {t(`steps.${wordOf(step)}`)}
            </span>
            <ChevronRight aria-hidden size={16} strokeWidth={1.75} className={styles['arrow']} />
          </a>
        </li>
      ))}
    </ol>
  )
}
