import { readCard, type CardReading } from './card-reading.ts'
import { useReading } from './use-reading.ts'

/** One card as it is shown on the board and in lists; undefined while it is not here. */
export const useCard = (id: string): CardReading | undefined => useReading(view => readCard(view, id, Date.now()), [id])
