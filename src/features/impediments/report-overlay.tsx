import { useMemo } from 'react'
import { live } from '../../domain/kernel/view.ts'
import { item } from '../../domain/work/item.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { ReportImpedimentDialog } from '../../parts/report-impediment-dialog.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'

/** Reporting by address: with nothing, or with the card whose key stands in the address. */
export default function ReportOverlay() {
  const { key } = useAddressParts()
  const { home } = useTeam()
  const { records } = useWorkspace()
  const { closeOverlay } = useAddress()
  const items = useMemo(
    () =>
      key === undefined ? [] : records.ids(item, 'key', key).filter(id => live(records, item, id)?.document === home),
    [records, key, home],
  )
  return <ReportImpedimentDialog items={items} onClose={closeOverlay} />
}
