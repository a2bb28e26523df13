import { useMemo } from 'react'
import { itemByKey } from '../../domain/work/shown-key.ts'
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
    () => (key === undefined ? [] : [itemByKey(records, home, key) ?? []].flat()),
    [records, key, home],
  )
  return <ReportImpedimentDialog items={items} onClose={closeOverlay} />
}
