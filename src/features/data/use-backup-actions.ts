import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { announce } from '../../ui/announcements.ts'
import { focusPlace } from '../../ui/focus.ts'
import { toasts } from '../../ui/toasts.ts'
import type { Backup, BackupFinding } from '../../workspace/backup-port.ts'
import type { ArchiveSeal } from '../../workspace/exchange-port.ts'

/** Choosing a folder and giving it up take the button along that was pressed. */
const keepFocus = (): void => {
  if (document.activeElement === document.body) focusPlace()
}

/** What a person can do with the folder. Each says what came of it; what stands in the way stays on the page as a sentence. */
export const useBackupActions = (backup: Backup, refresh: () => Promise<void>) => {
  const t = useT('copies')
  const [isBusy, setBusy] = useState(false)

  const tell = (finding: BackupFinding, name: string): void => {
    if (finding.because !== 'notLeading') return announce(t(`trouble.${finding.because}`, { name }))
    toasts.show({ text: t('trouble.notLeading') })
    void backup.askFor()
  }

  const write = async (): Promise<void> => {
    const made = await backup.writeNow()
    if (made.ok) announce(t('folder.written', { name: made.value.name }))
    else tell(made.refusal, (await backup.state()).folder?.name ?? '')
  }

  const busily = async (work: () => Promise<void>): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    await work().finally(() => setBusy(false))
    await refresh()
    setTimeout(keepFocus)
  }

  return {
    isBusy,
    writeNow: () => busily(write),
    choose: (seal: ArchiveSeal | undefined) =>
      busily(async () => {
        const chosen = await backup.choose(seal)
        if (chosen.ok) return write()
        if (chosen.refusal.because !== 'cancelled') toasts.show({ text: t('folder.refused') })
      }),
    renew: () =>
      busily(async () => {
        if (await backup.renew()) return write()
        toasts.show({ text: t('folder.notRenewed') })
      }),
    reseal: (seal: ArchiveSeal | undefined) =>
      busily(async () => {
        await backup.reseal(seal)
        await write()
      }),
    forget: () =>
      busily(async () => {
        await backup.forget()
        announce(t('folder.forgotten'))
      }),
  }
}
