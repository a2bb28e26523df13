import { useT } from '../../i18n/use-t.ts'
import type { LateRecord } from '../../workspace/late-edits.ts'

/** A set has one cell for each of its elements: all of them have one word. */
const fieldOf = (cell: string): string => cell.split(':', 1)[0] ?? cell

/** A record of a late edit in words: what kind of thing, its name, and what of it would be otherwise. */
export const useLateWords = (): ((record: LateRecord) => string) => {
  const t = useT('sync')
  return ({ type, name, what, cells }) => {
    const thing = t('late.thing', { type, name: name ?? t('late.nameless') })
    if (what !== 'changed') return t(`late.${what}`, { thing })
    const fields = [...new Set(cells.map(cell => t('late.field', { cell: fieldOf(cell) })))]
    return t('late.changed', { thing, fields: fields.join(', ') })
  }
}
