import { lazy, Suspense, useEffect, useEffectEvent, useRef } from 'react'
import { labelOfDevice, nameDevice } from '../../domain/people/name-device.ts'
import { useT } from '../../i18n/use-t.ts'
import { proposeDeviceName } from '../../parts/device-name.ts'
import { useSync } from '../../parts/use-sync.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { RefreshCw, Smartphone } from '../../ui/icons.ts'
import type { SyncView } from '../../workspace/sync-port.ts'
import { FileSection } from './file-section.tsx'
import { FolderSection } from './folder-section.tsx'
import { MemberDevices } from './member-devices.tsx'
import { useInviting } from './inviting.ts'
import { roleOf } from './member-role.ts'
import styles from './people.module.css'
import { PresenceSection } from './presence-section.tsx'
import { RecoveryOffer } from './recovery-offer.tsx'
import { RecoverySection } from './recovery-section.tsx'
import { SetAsideSection } from './set-aside-section.tsx'
import { useRecovery } from './use-recovery.ts'

const InviteDialog = lazy(() => import('./invite-dialog.tsx'))

/** Who has access with which devices, how far they have come, and how another one comes in. */
export default function DevicesSection() {
  const t = useT('sync')
  const { actor } = useWorkspace()
  const { sync, view } = useSync()
  const { invited, invite, meetAgain, close } = useInviting()
  const byRoot = invited?.byRoot
  useOwnName(view)
  const known = useRecovery()
  // All of it at once: what came later would push away what somebody is about to press.
  if (!sync || !view || !known) return null
  const shown = invited ?? view.inviting
  const isAlone = view.members.every(({ devices }) => devices.every(({ isThis }) => isThis))
  return (
    <section className={styles['part']} aria-labelledby="devices-heading">
      <h2 id="devices-heading">{t('devices')}</h2>
      {view.isRemoved && <Banner tone="warn">{t('removedHere')}</Banner>}
      <p className={styles['quiet']}>{isAlone ? t('alone') : t('devicesLead')}</p>
      {!isAlone && <RecoveryOffer sync={sync} view={view} known={known} />}
      <ul className={styles['rows']}>
        {view.members.map(member => (
          <MemberDevices
            key={member.person}
            {...{ member, sync }}
            own={view.members.find(({ person }) => person === actor)}
            mayAdmit={roleOf(view, actor) === 'admin'}
          />
        ))}
      </ul>
      <div className={styles['ways']}>
        <Button icon={Smartphone} onClick={() => invite(actor)}>
          {t('addDevice')}
        </Button>
        {!isAlone && (
          <Button icon={RefreshCw} onClick={meetAgain}>
            {t('meetAgain')}
          </Button>
        )}
      </div>
      {!isAlone && <p className={styles['quiet']}>{t('meetAgainHint')}</p>}
      <SetAsideSection sync={sync} view={view} />
      {!isAlone && <PresenceSection />}
      {!isAlone && <FolderSection sync={sync} view={view} />}
      {!isAlone && <FileSection sync={sync} />}
      {!isAlone && <RecoverySection view={view} known={known} />}
      <Suspense>
        {shown && <InviteDialog person={shown.person} byRoot={byRoot} sync={sync} view={view} onClose={close} />}
      </Suspense>
    </section>
  )
}

/** This device has a name for the others from the moment somebody looks at devices; whoever wants another one writes it. */
const useOwnName = (view: SyncView | undefined): void => {
  const t = useT('sync')
  const workspace = useWorkspace()
  const isTried = useRef(false)
  const own = view?.members.flatMap(({ devices }) => devices).find(({ isThis }) => isThis)?.id
  const nameIt = useEffectEvent((device: string) => {
    if (isTried.current || labelOfDevice(workspace.records, device) !== undefined) return
    isTried.current = true
    void workspace.run({ ...nameDevice, isPassedOver: true }, { device, label: proposeDeviceName(t) })
  })
  useEffect(() => {
    if (own !== undefined) nameIt(own)
  }, [own])
}
