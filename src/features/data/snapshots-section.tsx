import { useState } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { toasts } from '../../ui/toasts.ts'
import type { SnapshotInfo } from '../../workspace/device.ts'
import styles from './data.module.css'
import { RestoreDialog } from './restore-dialog.tsx'

/** As many as are seen at a glance. */
const few = 6

type SnapshotsSectionProps = { readonly snapshots: readonly SnapshotInfo[]; readonly onChange: () => void }

/** Copies inside this browser, apart from the database. Restoring shows first what would change. */
export function SnapshotsSection({ snapshots, onChange }: SnapshotsSectionProps) {
  const t = useT('copies')
  const device = useDevice()
  const workspace = useWorkspace()
  const [chosen, setChosen] = useState<SnapshotInfo>()
  const [showsAll, setShowsAll] = useState(false)
  const take = async () => {
    const taken = await device.takeSnapshot(workspace, 'byHand').catch(() => undefined)
    if (taken) announce(t('snapshots.taken'))
    else toasts.show({ text: t('snapshots.notTaken') })
    onChange()
  }
  const shown = showsAll ? snapshots : snapshots.slice(0, few)
  return (
    <section aria-labelledby="data-snapshots" className={styles['section']}>
      <h2 id="data-snapshots">{t('snapshots.title')}</h2>
      <p>{t('snapshots.text')}</p>
      <div className={styles['buttons']}>
        <Button onClick={() => void take()}>{t('snapshots.take')}</Button>
      </div>
      {shown.length > 0 && (
        <ul className={styles['rows']}>
          {shown.map(info => (
            <SnapshotRow key={info.name} info={info} onRestore={() => setChosen(info)} />
          ))}
        </ul>
      )}
      {snapshots.length > shown.length && (
        <Button variant="plain" onClick={() => setShowsAll(true)}>
          {t('snapshots.all', { count: snapshots.length })}
        </Button>
      )}
      {chosen && (
        <RestoreDialog
          from={{ kind: 'snapshot', info: chosen }}
          onClose={() => setChosen(undefined)}
          onRestored={onChange}
        />
      )}
    </section>
  )
}

function SnapshotRow({ info, onRestore }: { readonly info: SnapshotInfo; readonly onRestore: () => void }) {
  const t = useT('copies')
  const format = useFormat()
  const when = format.dateTime(info.at)
  return (
    <li className={styles['row']}>
      <div className={styles['words']}>
        <p>{when}</p>
        <p className={styles['note']}>
          {t(`snapshots.reasons.${info.reason}`)}
          {' · '}
          {format.bytes(info.bytes)}
        </p>
      </div>
      <Button size="small" aria-label={t('snapshots.restoreNamed', { when })} onClick={onRestore}>
        {t('snapshots.restore')}
      </Button>
    </li>
  )
}
