import type { ComponentType, ReactNode } from 'react'
import BacklogPaper from '../features/backlog/backlog-paper.tsx'
import BoardPaper from '../features/board/board-paper.tsx'
import CardPaper from '../features/card/card-paper.tsx'
import ImpedimentsPaper from '../features/impediments/impediments-paper.tsx'
import SprintPaper from '../features/sprint/sprint-paper.tsx'
import { AddressPartsContext } from '../parts/address-parts.ts'
import { matchAddress, type AddressParts } from '../parts/addresses.ts'
import { lazyPart } from '../parts/lazy-part.ts'

/** What only it says comes with it. */
const SheetPaper = lazyPart(() => import('../features/people/sheet-paper.tsx'), 'recovery')

/** `place`: the one whose filter a paper follows. */
type Paper = Readonly<{ path: string; view: ComponentType; place?: string }>

const papers: readonly Paper[] = [
  { path: '/t/:team/print/board', view: BoardPaper, place: 'board' },
  { path: '/t/:team/print/backlog', view: BacklogPaper, place: 'backlog' },
  { path: '/t/:team/print/impediments', view: ImpedimentsPaper, place: 'impediments' },
  { path: '/t/:team/print/sprint/past/:sprint', view: SprintPaper },
  { path: '/t/:team/print/sprint/:tab?', view: SprintPaper },
  { path: '/t/:team/print/card/:key', view: CardPaper },
  { path: '/t/:team/print/sheet', view: SheetPaper },
]

export type ShownPaper = Readonly<{ parts: AddressParts; place: string | undefined; shown: ReactNode }>

/** The paper of an address without its query; undefined where there is none. */
export const paperAt = (address: string): ShownPaper | undefined => {
  for (const { path, view: View, place } of papers) {
    const parts = matchAddress(path, address)
    if (!parts) continue
    const shown = (
      <AddressPartsContext value={parts} key={path}>
        <View />
      </AddressPartsContext>
    )
    return { parts, place, shown }
  }
  return undefined
}
