import type { MouseEvent } from 'react'
import { cardAddress, cardTail } from '../../../parts/addresses.ts'
import { useAddress } from '../../../parts/use-address.ts'
import { useTeam } from '../../../parts/use-team.ts'
import styles from './list.module.css'
import type { ListRow } from './list-row.ts'

/** Opens a card beside the list; with a modifier, as any link, in a tab of its own. */
export function CardLink({ row: { key, title } }: { readonly row: ListRow }) {
  const team = useTeam()
  const { openOverlay } = useAddress()
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    openOverlay(cardTail(key))
  }
  return (
    <a className={styles['cardLink']} href={`#${cardAddress(team.id, key)}`} onClick={open}>
      {title}
    </a>
  )
}
