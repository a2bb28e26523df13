import type { ComponentType } from 'react'
import BacklogPaper from '../features/backlog/backlog-paper.tsx'
import BoardPaper from '../features/board/board-paper.tsx'
import CardPaper from '../features/card/card-paper.tsx'
import ImpedimentsPaper from '../features/impediments/impediments-paper.tsx'
import SprintPaper from '../features/sprint/sprint-paper.tsx'
import { AddressPartsContext } from '../parts/address-parts.ts'
import { matchAddress } from '../parts/addresses.ts'
import { useAddress } from '../parts/use-address.ts'
import { UnknownPlace } from './unknown-place.tsx'

const papers: readonly (readonly [path: string, Paper: ComponentType])[] = [
  ['/t/:team/print/board', BoardPaper],
  ['/t/:team/print/backlog', BacklogPaper],
  ['/t/:team/print/impediments', ImpedimentsPaper],
  ['/t/:team/print/sprint/past/:sprint', SprintPaper],
  ['/t/:team/print/sprint/:tab?', SprintPaper],
  ['/t/:team/print/card/:key', CardPaper],
]

/** What the slices put on paper: one piece, fetched when somebody prints, so that nobody else carries it. */
export default function Papers() {
  const { base } = useAddress()
  for (const [path, Paper] of papers) {
    const parts = matchAddress(path, base)
    if (parts)
      return (
        <AddressPartsContext value={parts} key={path}>
          <Paper />
        </AddressPartsContext>
      )
  }
  return <UnknownPlace />
}
