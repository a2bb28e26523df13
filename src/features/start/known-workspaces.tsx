import { useEffect, useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { useOpenWorkspace } from '../../parts/use-open-workspace.ts'
import { Button } from '../../ui/button.tsx'
import type { KnownWorkspace } from '../../workspace/device.ts'
import styles from './start.module.css'

/** What lies on this device already, the one used last first. */
export function KnownWorkspaces() {
  const t = useT('start')
  const device = useDevice()
  const open = useOpenWorkspace()
  const [known, setKnown] = useState<readonly KnownWorkspace[]>([])
  useEffect(() => {
    void device.list().then(setKnown)
  }, [device])
  if (known.length === 0) return null
  return (
    <section className={styles['known']} aria-labelledby="known-workspaces">
      <h2 id="known-workspaces">{t('known')}</h2>
      <ul>
        {known.map(({ id, name, person }) => (
          <li key={id}>
            <span className={styles['knownName']}>{name}</span>
            <span className={styles['knownPerson']}>{person.name}</span>
            <Button size="small" aria-label={t('openNamed', { name })} onClick={() => void open(id)}>
              {t('open')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
