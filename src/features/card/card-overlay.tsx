import { useCallback } from 'react'
import { live } from '../../domain/kernel/view.ts'
import { item } from '../../domain/work/item.ts'
import { siblingsOf } from '../../domain/work/rank-item.ts'
import { shownKeyOf } from '../../domain/work/shown-key.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { boardAddress, cardAddress, cardTail } from '../../parts/addresses.ts'
import { withQuery } from '../../parts/place-query.ts'
import { ScreenFrame } from '../../parts/screen-frame.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useItemByKey } from '../../parts/use-item-by-key.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { CardDetail } from './card-detail.tsx'
import { CardHead, type Neighbours } from './card-head.tsx'
import { CardMissing } from './card-missing.tsx'
import styles from './card.module.css'

/** A card in full: beside the place it was opened from, or a page of its own when the address has no place. */
export default function CardOverlay() {
  const { key = '' } = useAddressParts()
  const team = useTeam()
  const { base, tail, navigate, closeOverlay } = useAddress()
  const record = useRecord(item, useItemByKey(key))
  const isPage = `${base}${tail}` === cardAddress(team.id, key)
  const toBoard = useCallback(() => navigate(boardAddress(team.id)), [navigate, team.id])
  const close = isPage ? toBoard : closeOverlay
  const neighbours = useNeighbours(record?.id)
  // The way back leads to where the first card was opened, not through all that were leafed through.
  const open = (next: string) => navigate(withQuery(`${base}${cardTail(next)}`), { replace: true })
  const head = record && <CardHead {...{ record, neighbours, isPage, open, close }} />
  const body = record ? (
    <CardDetail key={record.id} {...{ record, neighbours, open, close }} />
  ) : (
    <CardMissing cardKey={key} onClose={close} />
  )
  if (!isPage)
    return (
      <SidePanel label={record ? `${key} ${record.title}` : key} onClose={close} head={head}>
        {body}
      </SidePanel>
    )
  return (
    <ScreenFrame title={key} quiet tools={head}>
      <div className={styles['page']}>{body}</div>
    </ScreenFrame>
  )
}

/** The cards before and after in the list where it stands, by key. */
const useNeighbours = (id: string | undefined): Neighbours => {
  const team = useTeam()
  return useReading(
    view => {
      const record = live(view, item, id)
      const siblings = record ? siblingsOf(view, team, record) : []
      const at = siblings.indexOf(id ?? '')
      const keyAt = (index: number) => (at < 0 ? undefined : shownKeyOf(view, siblings[index] ?? '') || undefined)
      return { previous: keyAt(at - 1), next: keyAt(at + 1) }
    },
    [team, id],
  )
}
