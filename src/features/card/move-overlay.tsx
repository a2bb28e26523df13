import { useAddressParts } from '../../parts/address-parts.ts'
import { MoveDialog } from '../../parts/move-dialog.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useItemByKey } from '../../parts/use-item-by-key.ts'

/** "Verschieben nach …" over the place where a card lies. */
export default function MoveOverlay() {
  const { key = '' } = useAddressParts()
  const { closeOverlay } = useAddress()
  const id = useItemByKey(key)
  return id === undefined ? null : <MoveDialog items={[id]} onClose={closeOverlay} />
}
