import { useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import styles from './sample-bar.module.css'
import { useCurrentWorkspace } from './use-current-workspace.ts'
import { useRemoveWorkspace } from './use-remove-workspace.ts'

/** A quiet line over the sample, so that nobody takes it for their own work; one click and it is gone. */
export function SampleBar() {
  const t = useT('data')
  const remove = useRemoveWorkspace()
  const [, navigate] = useLocation()
  const [isLeaving, setLeaving] = useState(false)
  const known = useCurrentWorkspace()
  if (!known?.sample) return null
  const discard = async () => {
    if (isLeaving) return
    setLeaving(true)
    await remove(known)
    navigate('/start')
  }
  return (
    <div className={styles['bar']}>
      <p className={styles['text']}>{t('sample.text')}</p>
      <Button size="small" variant="plain" onClick={() => void discard()}>
        {t('sample.discard')}
      </Button>
    </div>
  )
}
