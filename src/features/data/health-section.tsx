import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useSaving, useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import type { Health } from '../../workspace/device.ts'
import type { BackupState } from '../../workspace/backup-port.ts'
import styles from './data.module.css'
import { Line } from './line.tsx'

type HealthSectionProps = {
  readonly health: Health
  readonly backup: BackupState | undefined
  readonly onChange: () => void
}

/** Whether everything is saved, whether it lasts, when it was last backed up, whether there is room, whether disk and memory are equal. */
export function HealthSection({ health, backup, onChange }: HealthSectionProps) {
  const t = useT('copies')
  return (
    <section aria-labelledby="data-health" className={styles['section']}>
      <h2 id="data-health">{t('health.title')}</h2>
      <ul className={styles['lines']}>
        <SavedLine health={health} />
        <LastingLine isPersisted={health.persisted} onChange={onChange} />
        {backup && <BackupLine backup={backup} />}
        <RoomLine health={health} />
        <VerifyLine entries={health.entries} />
        {health.setAside > 0 && <Line tone="warn">{t('health.setAside', { count: health.setAside })}</Line>}
      </ul>
    </section>
  )
}

function SavedLine({ health }: { readonly health: Health }) {
  const t = useT('copies')
  const data = useT('data')
  const format = useFormat()
  const pending = useSaving(state => state.pending)
  const failure = useSaving(state => state.failure?.because) ?? health.probe?.because
  const savedAt = useSaving(state => state.savedAt) ?? health.lastSavedAt
  if (failure) return <Line tone="danger">{data(`notSaved.${failure}`)}</Line>
  if (pending > 0) return <Line tone="info">{t('health.pending', { count: pending })}</Line>
  return (
    <Line tone="ok">
      {savedAt === undefined ? t('health.saved') : t('health.savedAt', { when: format.dateTime(savedAt) })}
    </Line>
  )
}

function LastingLine({ isPersisted, onChange }: { readonly isPersisted: boolean; readonly onChange: () => void }) {
  const t = useT('copies')
  const data = useT('data')
  const device = useDevice()
  const [isRefused, setRefused] = useState(false)
  if (isPersisted) return <Line tone="ok">{t('lasting.given')}</Line>
  const ask = async () => {
    const agreed = await device.persist()
    setRefused(!agreed)
    announce(agreed ? data('lasting.agreed') : data('lasting.refused'))
    onChange()
  }
  return (
    <Line
      tone="warn"
      action={
        <Button size="small" onClick={() => void ask()}>
          {data('lasting.ask')}
        </Button>
      }
    >
      {isRefused ? data('lasting.refused') : data('lasting.reason')}
    </Line>
  )
}

function BackupLine({ backup: { last, changes, isReminderDue } }: { readonly backup: BackupState }) {
  const t = useT('copies')
  const format = useFormat()
  const tone = isReminderDue ? 'warn' : last ? 'ok' : 'info'
  if (!last) return <Line tone={tone}>{t('last.never')}</Line>
  const since = changes > 0 ? ` ${t('last.since', { count: changes })}` : ''
  return (
    <Line tone={tone}>
      {t(`last.${last.where}`, { when: format.dateTime(last.at) })}
      {since}
    </Line>
  )
}

/** Less than this share left, and it is time to say so. */
const scarce = 0.1

function RoomLine({ health: { usage, quota, probe } }: { readonly health: Health }) {
  const t = useT('copies')
  const format = useFormat()
  if (usage === undefined || quota === undefined) return null
  const isScarce = probe !== undefined || quota - usage < quota * scarce
  return (
    <Line tone={isScarce ? 'warn' : 'ok'}>
      {t(isScarce ? 'health.scarce' : 'health.room', { used: format.bytes(usage), most: format.bytes(quota) })}
    </Line>
  )
}

function VerifyLine({ entries }: { readonly entries: number }) {
  const t = useT('copies')
  const device = useDevice()
  const workspace = useWorkspace()
  const [state, setState] = useState<'idle' | 'running' | 'equal' | 'different'>('idle')
  const verify = async () => {
    setState('running')
    const isEqual = await device.verify(workspace).catch(() => false)
    setState(isEqual ? 'equal' : 'different')
    announce(t(isEqual ? 'verify.equal' : 'verify.different', { count: entries }))
  }
  return (
    <Line
      tone={state === 'different' ? 'danger' : state === 'equal' ? 'ok' : 'info'}
      action={
        <Button
          size="small"
          refusal={state === 'running' ? t('verify.running', { count: entries }) : undefined}
          onClick={() => void verify()}
        >
          {t('verify.start')}
        </Button>
      }
    >
      {t(`verify.${state}`, { count: entries })}
    </Line>
  )
}
