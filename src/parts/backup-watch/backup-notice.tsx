import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { toasts } from '../../ui/toasts.ts'
import type { Backup, BackupState } from '../../workspace/backup-port.ts'
import { useCurrentWorkspace } from '../use-current-workspace.ts'
import { useSaveFile } from '../use-save-file.ts'
import { useToday } from '../use-today.ts'
import { putOffUntilTomorrow, wasPutOffOn } from './put-off.ts'
import { useBackupState } from './use-backup-state.ts'

/** Over every screen: the folder wants something, or nothing has left this browser for too long. Put off, it is quiet until tomorrow. Never in the sample. */
export default function BackupNotice() {
  const today = useToday()
  const isSample = useCurrentWorkspace()?.sample ?? true
  const found = useBackupState()
  const [quietOn, setQuietOn] = useState(wasPutOffOn)
  if (isSample || !found || quietOn === today) return null
  const close = () => {
    putOffUntilTomorrow(today)
    setQuietOn(today)
  }
  return <Notice {...found} onClose={close} />
}

type NoticeProps = { readonly backup: Backup; readonly state: BackupState; readonly onClose: () => void }

function Notice({ backup, state: { folder, trouble, isReminderDue }, onClose }: NoticeProps) {
  const t = useT('copies')
  if (folder && folder.permission !== 'granted') return <Waiting {...{ backup, name: folder.name, onClose }} />
  if (folder && trouble)
    return (
      <Banner tone="warn" onClose={onClose} actions={<ToData />}>
        {t(`trouble.${trouble.because}`, { name: folder.name })}
      </Banner>
    )
  return isReminderDue ? <Reminder onClose={onClose} /> : null
}

function ToData() {
  const t = useT('data')
  return (
    <LinkButton size="small" href="#/data">
      {t('openData')}
    </LinkButton>
  )
}

/** The browser has taken the permission back; one click gives it again. */
function Waiting({ backup, name, onClose }: Pick<NoticeProps, 'backup' | 'onClose'> & { readonly name: string }) {
  const t = useT('copies')
  const renew = async () => {
    if (await backup.renew()) await backup.askFor()
    else toasts.show({ text: t('folder.notRenewed') })
  }
  return (
    <Banner
      tone="info"
      onClose={onClose}
      actions={
        <Button size="small" onClick={() => void renew()}>
          {t('folder.renew')}
        </Button>
      }
    >
      {t('trouble.permissionLost', { name })}
    </Banner>
  )
}

function Reminder({ onClose }: Pick<NoticeProps, 'onClose'>) {
  const t = useT('copies')
  const saveFile = useSaveFile()
  return (
    <Banner
      tone="info"
      onClose={onClose}
      actions={
        <>
          <Button size="small" onClick={() => void saveFile()}>
            {t('backup.save')}
          </Button>
          <ToData />
        </>
      }
    >
      {t('reminder')}
    </Banner>
  )
}
