import { useT } from '../../i18n/use-t.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import type { DeviceView, SyncView } from '../../workspace/sync-port.ts'

/** What would be lost with this device, as far as it is known: what the others have, and who could administer then. */
export function LeavingFacts({ view }: { readonly view: SyncView }) {
  const t = useT('settings')
  const { actor } = useWorkspace()
  const others = othersIn(view)
  const isLastAdmin = view.members.every(
    ({ person, role, devices }) => role !== 'admin' || (person === actor && devices.every(({ isThis }) => isThis)),
  )
  if (others.length === 0) return <Banner tone="warn">{t('removing.alone')}</Banner>
  return (
    <>
      <Elsewhere others={others} />
      {isLastAdmin && <Banner tone="warn">{t('removing.lastAdmin')}</Banner>}
      <p>{t('removing.told')}</p>
    </>
  )
}

/** The other devices of the workspace, other people's and one's own. */
export const othersIn = ({ members }: SyncView): readonly DeviceView[] =>
  members.flatMap(({ devices }) => devices.filter(({ isThis }) => !isThis))

function Elsewhere({ others }: { readonly others: readonly DeviceView[] }) {
  const t = useT('settings')
  const known = others.flatMap(({ behind }) => (behind === undefined ? [] : [behind]))
  const whole = known.filter(behind => behind === 0).length
  if (whole > 0) return <Banner tone="ok">{t('removing.elsewhere', { count: whole })}</Banner>
  if (known.length === 0) return <Banner tone="warn">{t('removing.unknown')}</Banner>
  // The device that has most of it lacks the least.
  return <Banner tone="warn">{t('removing.waiting', { count: Math.min(...known) })}</Banner>
}
