import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import type { UseOffers } from '../../parts/slice.ts'
import { useSaveFile } from '../../parts/use-save-file.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { Camera, Save } from '../../ui/icons.ts'
import { toasts } from '../../ui/toasts.ts'

const useDataOffers: UseOffers = () => {
  const [t, words] = [useT('commands'), useT('copies')]
  const [device, workspace] = [useDevice(), useWorkspace()]
  const saveFile = useSaveFile()
  const snapshot = async () => {
    const taken = await device.takeSnapshot(workspace, 'byHand').catch(() => undefined)
    if (taken) announce(words('snapshots.taken'))
    else toasts.show({ text: words('snapshots.notTaken') })
  }
  return [
    { id: 'data.save', text: t('saveBackup'), icon: Save, group: 'data', run: saveFile },
    { id: 'data.snapshot', text: t('takeSnapshot'), icon: Camera, group: 'data', run: snapshot },
  ]
}
export default useDataOffers
