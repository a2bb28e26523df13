import { item } from '../../domain/work/item.ts'
import { useQuietReading } from '../use-quiet-reading.ts'
import { useToday } from '../use-today.ts'
import { readPaperItems, type PaperItem } from './read-paper-items.ts'

/** What paper says of these cards, in their order. */
export const usePaperItems = (ids: readonly string[]): readonly PaperItem[] => {
  const today = useToday()
  return useQuietReading(item, view => readPaperItems(view, ids, Date.now(), today), [ids, today])
}
