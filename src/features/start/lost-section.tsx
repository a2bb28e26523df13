import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import type { LostWorkspace } from '../../workspace/device.ts'
import styles from './start.module.css'
import { useRestoreLost } from './use-restore-lost.ts'

/** The browser has emptied its databases: says what happened and since when, and brings the newest snapshot back in one click. */
export function LostSection() {
  const device = useDevice()
  const [lost, setLost] = useState<readonly LostWorkspace[]>([])
  useEffect(() => {
    void device.lost().then(setLost)
  }, [device])
  if (lost.length === 0) return null
  return (
    <div className={styles['lost']}>
      {lost.map(one => (
        <LostNotice key={one.workspace} lost={one} />
      ))}
    </div>
  )
}

function LostNotice({ lost }: { readonly lost: LostWorkspace }) {
  const t = useT('start')
  const format = useFormat()
  const [, navigate] = useLocation()
  const restore = useRestoreLost()
  const [state, setState] = useState<'idle' | 'running' | 'unreadable'>('idle')
  const [newest] = lost.snapshots
  const bringBack = async () => {
    if (state === 'running') return
    setState('running')
    const outcome = await restore(lost)
    if (outcome === 'restored') navigate('/')
    else setState(outcome === 'stayed' ? 'idle' : 'unreadable')
  }
  return (
    <Banner
      tone="danger"
      actions={
        <>
          {newest && (
            <Button size="small" onClick={() => void bringBack()}>
              {t('lost.restore', { when: format.dateTime(newest.at) })}
            </Button>
          )}
          <LinkButton size="small" href="#/import/backup">
            {t('restore')}
          </LinkButton>
        </>
      }
    >
      <p>{t('lost.text', { name: lost.name, since: format.dateTime(lost.since) })}</p>
      {(!newest || state === 'unreadable') && <p>{t('lost.file')}</p>}
    </Banner>
  )
}
