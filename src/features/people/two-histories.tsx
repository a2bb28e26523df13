import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import type { Sync } from '../../workspace/sync-port.ts'
import { Leaving } from './leaving.tsx'
import type { SetAsideProps } from './set-aside-section.tsx'
import { useDeviceWords } from './use-device-words.ts'

/** Devices that have signed two different entries for one place: whose, what it means, and what helps. */
export function TwoHistories({ sync, view }: SetAsideProps) {
  const t = useT('sync')
  const forked = new Map(view.aside.flatMap(aside => (aside.what === 'fork' ? [[aside.device, aside.person]] : [])))
  const own = view.members.flatMap(({ devices }) => devices).find(({ isThis }) => isThis)?.id
  return (
    <>
      {view.needsNewDevice && <Banner tone="warn">{t('fork.here')}</Banner>}
      {[...forked]
        .filter(([device]) => device !== own)
        .map(([device, person]) => (
          <Forked key={device} device={device ?? ''} person={person} sync={sync} />
        ))}
    </>
  )
}

type ForkedProps = { readonly device: string; readonly person: string | undefined; readonly sync: Sync }

function Forked({ device, person, sync }: ForkedProps) {
  const t = useT('sync')
  const from = useDeviceWords(device, person)
  const [isLeaving, setLeaving] = useState(false)
  return (
    <>
      <Banner
        tone="warn"
        actions={
          <Button size="small" onClick={() => setLeaving(true)}>
            {t('removeDevice')}
          </Button>
        }
      >
        {t('fork.there', { from })}
      </Banner>
      {isLeaving && (
        <Leaving
          title={t('removeDeviceTitle', { name: from })}
          act={t('removeDevice')}
          remove={() => sync.removeDevices([device])}
          onClose={() => setLeaving(false)}
        />
      )}
    </>
  )
}
