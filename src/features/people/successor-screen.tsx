import { useEffect } from 'react'
import { useStore } from 'zustand'
import { person as personRecord } from '../../domain/people/person.ts'
import { records } from '../../domain/kernel/view.ts'
import { team as teamRecord } from '../../domain/people/team.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { boardAddress, teamAddress } from '../../parts/addresses.ts'
import { useDevice } from '../../parts/device-context.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { useSync } from '../../parts/use-sync.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { useAnnounced } from '../../ui/use-announced.ts'
import { roleOf } from './member-role.ts'
import styles from './people.module.css'
import { successor, useFoundSuccessor, type Succession } from './use-found-successor.ts'

/** A workspace in which nobody can administer goes on in a new one: one page, one button. */
export default function SuccessorScreen() {
  const t = useT('recovery')
  const state = useStore(successor)
  useEffect(
    () => () => (successor.getState().step === 'done' ? successor.setState({ step: 'asked' }, true) : undefined),
    [],
  )
  return (
    <ScreenFrame title={state.step === 'done' ? t('successor.doneTitle') : t('successor.title')}>
      <div className={styles['screen']}>{state.step === 'done' ? <Done done={state} /> : <Asked state={state} />}</div>
    </ScreenFrame>
  )
}

type DoneState = Extract<Succession, { step: 'done' }>

function Asked({ state }: { readonly state: Exclude<Succession, DoneState> }) {
  const t = useT('recovery')
  const device = useDevice()
  const { id } = useWorkspace()
  const found = useFoundSuccessor()
  const isRunning = state.step === 'running'
  const name = device.known(id)?.name ?? ''
  return (
    <div className={styles['steps']}>
      <p>{t('successor.lead')}</p>
      <StillAdministered />
      <ul>
        <li>{t('successor.keeps')}</li>
        <li>{t('successor.youAdminister')}</li>
        <li>{t('successor.others')}</li>
        <li>{t('successor.old', { name: t('successor.former', { name }) })}</li>
      </ul>
      {state.step === 'failed' && <Banner tone="danger">{t('successor.failed', { because: state.because })}</Banner>}
      {isRunning && <Running />}
      <div className={styles['ways']}>
        <Button
          variant="primary"
          refusal={isRunning ? t('successor.running') : undefined}
          onClick={() => void found().catch((error: unknown) => reportError(error))}
        >
          {t('successor.found')}
        </Button>
        <LinkButton href="#/" variant="plain">
          {t('successor.back')}
        </LinkButton>
      </div>
    </div>
  )
}

/** Whoever administers still may have a device: that is better than a new beginning. */
function StillAdministered() {
  const t = useT('recovery')
  const format = useFormat()
  const { actor } = useWorkspace()
  const { view } = useSync()
  const admins = view?.members.filter(({ role }) => role === 'admin').map(({ person }) => person) ?? []
  const names = useReading(read => admins.flatMap(id => read.get(personRecord, id)?.name ?? []), [admins.join(' ')])
  if (view && roleOf(view, actor) === 'admin') return <Banner tone="info">{t('successor.youAreAdmin')}</Banner>
  if (names.length === 0) return null
  return <Banner tone="info">{t('successor.admins', { names: format.list(names) })}</Banner>
}

function Running() {
  const t = useT('recovery')
  useAnnounced(t('successor.running'))
  return <p>{t('successor.running')}</p>
}

function Done({ done: { records: count, missing } }: { readonly done: DoneState }) {
  const t = useT('recovery')
  const first = useReading(view => records(view, teamRecord, 'all', 'all')[0]?.id, [])
  return (
    <div className={styles['steps']}>
      <Banner tone="ok">{t('successor.done', { count })}</Banner>
      {missing > 0 && <Banner tone="warn">{t('successor.missing', { count: missing })}</Banner>}
      {first !== undefined && (
        <div className={styles['ways']}>
          <LinkButton variant="primary" href={`#${teamAddress(first, 'people')}`}>
            {t('successor.invite')}
          </LinkButton>
          <LinkButton href={`#${boardAddress(first)}`}>{t('successor.board')}</LinkButton>
        </div>
      )}
    </div>
  )
}
