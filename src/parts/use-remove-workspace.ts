import { useT } from '../i18n/use-t.ts'
import { toasts } from '../ui/toasts.ts'
import type { KnownWorkspace } from '../workspace/device.ts'
import { useDevice } from './device-context.ts'

/** Removes a workspace from this device. What another tab still holds is said, with the way to be rid of it. Out: whether all is gone. */
export const useRemoveWorkspace = () => {
  const t = useT('shell')
  const device = useDevice()
  return async ({ id, name }: KnownWorkspace): Promise<boolean> => {
    const isGone = await device.remove(id)
    if (!isGone) toasts.show({ text: t('stillHeld', { name }) })
    return isGone
  }
}
