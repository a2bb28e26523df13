import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useReading } from '../../parts/use-reading.ts'
import { ArchiveRestore } from '../../ui/icons.ts'
import { readBin } from './read-bin.ts'
import { useRestoring } from './use-restoring.ts'

/** Brings back what lies in the bin, one thing each; in the bin itself it is listed at once. */
const useBinOffers: UseOffers = ({ team }) => {
  const t = useT('commands')
  const { base } = useAddress()
  const restore = useRestoring()
  const things = useReading(view => (team ? readBin(view, team, Date.now()) : []), [team])
  if (!team) return []
  const isHere = base === teamAddress(team.id, 'bin')
  return things.map((thing): Offer => ({
    id: `bin.${thing.id}`,
    text: t('bin', { title: thing.title }),
    icon: ArchiveRestore,
    group: 'place',
    isMany: !isHere,
    run: () => restore([thing]),
  }))
}
export default useBinOffers
