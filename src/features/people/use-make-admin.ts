import { useT } from '../../i18n/use-t.ts'
import { toasts } from '../../ui/toasts.ts'
import type { Sync } from '../../workspace/sync-port.ts'

/** Lets a member administer, and says so, or why not. */
export const useMakeAdmin = (sync: Sync) => {
  const t = useT('sync')
  return async (person: string, name: string): Promise<void> => {
    const made = await sync.makeAdmin(person).catch(() => undefined)
    toasts.show({ text: made?.ok ? t('nowAdmin', { name }) : t(`refusals.${made?.refusal.because ?? 'notSaved'}`) })
  }
}
