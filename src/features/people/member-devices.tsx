import { lazy, Suspense, useState } from 'react'
import { longestLabel } from '../../domain/people/device.ts'
import { labelOfDevice, nameDevice } from '../../domain/people/name-device.ts'
import { person } from '../../domain/people/person.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { KeyRound, LifeBuoy, LogOut, ShieldCheck, Trash2 } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import type { DeviceView, MemberView, Sync } from '../../workspace/sync-port.ts'
import { codeOfDevice } from './code-of-device.ts'
import { useInviting } from './inviting.ts'
import { Leaving } from './leaving.tsx'
import styles from './people.module.css'
import { useMakeAdmin } from './use-make-admin.ts'

const AccessDialog = lazy(() => import('./access-dialog.tsx'))

type MemberProps = {
  readonly member: MemberView
  readonly sync: Sync
  /** The person here administers. */
  readonly mayAdmit: boolean
  /** The person here, as a member. */
  readonly own: MemberView | undefined
}

/** A person with access, and their devices. */
export function MemberDevices({ member, sync, mayAdmit, own }: MemberProps) {
  const t = useT('sync')
  const { actor } = useWorkspace()
  const name = useRecord(person, member.person)?.name ?? t('unknownPerson')
  const [isLeaving, setLeaving] = useState(false)
  const [isAccess, setAccess] = useState(false)
  const { bringBack } = useInviting()
  const makeAdmin = useMakeAdmin(sync)
  const isAdmin = member.role === 'admin'
  return (
    <li className={styles['member']} data-member={member.person}>
      <div className={styles['memberHead']}>
        <Avatar name={name} decorative />
        <div className={styles['name']}>
          <span>{name}</span>
          <span className={styles['quiet']}>
            {member.person === actor ? `${t(`roles.${member.role}`)} · ${t('you')}` : t(`roles.${member.role}`)}
          </span>
        </div>
        {member.person !== actor && (
          <MenuButton
            size="small"
            label={t('menuOf', { name })}
            placement="bottom-end"
            entries={[
              ...(mayAdmit && !isAdmin
                ? [
                    {
                      id: 'admin',
                      text: t('makeAdmin'),
                      icon: ShieldCheck,
                      onSelect: () => void makeAdmin(member.person, name),
                    },
                  ]
                : []),
              { id: 'access', text: t('access.menu'), icon: KeyRound, onSelect: () => setAccess(true) },
              { id: 'back', text: t('bringBack'), icon: LifeBuoy, onSelect: () => bringBack(member.person) },
              { id: 'end', text: t('removePerson'), icon: LogOut, danger: true, onSelect: () => setLeaving(true) },
            ]}
          />
        )}
      </div>
      <ul className={styles['devices']} aria-label={name}>
        {member.devices.map(device => (
          <Device key={device.id} device={device} sync={sync} />
        ))}
      </ul>
      <Suspense>
        {isAccess && <AccessDialog {...{ name, member, own, sync }} onClose={() => setAccess(false)} />}
      </Suspense>
      {isLeaving && (
        <Leaving
          title={t('removePersonTitle', { name })}
          act={t('removePerson')}
          remove={() => sync.removePerson(member.person)}
          onClose={() => setLeaving(false)}
        />
      )}
    </li>
  )
}

function Device({ device, sync }: { readonly device: DeviceView; readonly sync: Sync }) {
  const t = useT('sync')
  const save = useFieldCommand()
  const [isLeaving, setLeaving] = useState(false)
  const label = useReading(view => labelOfDevice(view, device.id), [device.id])
  const name = label ?? t('unnamedDevice', { code: codeOfDevice(device.id) })
  return (
    <li className={styles['device']} data-device={device.id} data-linked={device.isLinked || undefined}>
      <div className={styles['name']}>
        <InlineEdit
          label={t('deviceName')}
          value={name}
          required
          maxLength={longestLabel}
          onSave={next => save(nameDevice, { device: device.id, label: next })}
        />
        <span className={styles['quiet']}>
          <Standing device={device} />
        </span>
      </div>
      {!device.isThis && (
        <MenuButton
          size="small"
          label={t('menuOf', { name })}
          placement="bottom-end"
          entries={[
            { id: 'remove', text: t('removeDevice'), icon: Trash2, danger: true, onSelect: () => setLeaving(true) },
          ]}
        />
      )}
      {isLeaving && (
        <Leaving
          title={t('removeDeviceTitle', { name })}
          act={t('removeDevice')}
          remove={() => sync.removeDevices([device.id])}
          onClose={() => setLeaving(false)}
        />
      )}
    </li>
  )
}

/** Whether it is linked, and how far it has come, in words. */
function Standing({ device: { isThis, isLinked, lastContact, behind } }: { readonly device: DeviceView }) {
  const t = useT('sync')
  const format = useFormat()
  if (isThis) return t('thisDevice')
  if (!isLinked) return lastContact ? t('lastContact', { day: format.relativeDay(lastContact) }) : t('notYetMet')
  return `${t('linked')} · ${behind ? t('behind', { count: behind }) : t('upToDate')}`
}
