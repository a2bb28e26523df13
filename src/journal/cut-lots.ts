import { caps } from './caps.ts'
import { sortedCuts, type DocumentCut } from './cut.ts'

/**
 * Cuts in as few lots as entries hold, in order. At least one lot, also when there is nothing to cut: what is taken away is said in any case, and
 * each further entry only adds documents.
 */
export const cutLots = (cuts: readonly DocumentCut[]): readonly (readonly DocumentCut[])[] => {
  const lots: DocumentCut[][] = []
  let open: DocumentCut[] = []
  let heads = 0
  for (const cut of sortedCuts(cuts)) {
    if (open.length === caps.cutDocuments || (open.length > 0 && heads + cut.heads.length > caps.cutDevices)) {
      lots.push(open)
      open = []
      heads = 0
    }
    open.push(cut)
    heads += cut.heads.length
  }
  return [...lots, open]
}
