import { useLocation } from 'wouter'
import { useT } from '../i18n/use-t.ts'
import { toasts } from '../ui/toasts.ts'
import { useDevice } from './device-context.ts'

/** Opens a workspace of this device and goes to its first place. When it cannot be opened that is said, and what is open stays. */
export const useOpenWorkspace = () => {
  const t = useT('shell')
  const device = useDevice()
  const [, navigate] = useLocation()
  return async (id: string): Promise<void> => {
    try {
      if (await device.open(id)) navigate('/')
    } catch {
      toasts.show({ text: t('cannotOpen') })
    }
  }
}
