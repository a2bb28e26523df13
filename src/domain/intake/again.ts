import { edit, note, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import type { Json } from '../kernel/json.ts'
import { item, type Item } from '../work/item.ts'
import type { DateTrust, PlanItem } from './plan.ts'

/** The fact in an item's history that an import has written it: `[fingerprint of what it wrote, trust in its dates]`. */
export const importFact = 'import'

type Imported = Pick<Item, 'title' | 'description' | 'estimate' | 'priority' | 'due'>

/** FNV-1a (Fowler, Noll, Vo, 1991), 32 bits, as text: tells whether values are still the same, guards nothing. */
const fingerprint = ({ title, description, estimate, priority, due }: Imported): string => {
  let hash = 0x811c9dc5
  for (const character of JSON.stringify([title, description, estimate, priority, due]))
    hash = Math.imul(hash ^ (character.codePointAt(0) as number), 0x01000193) >>> 0
  return hash.toString(36)
}

/** The fact that an import wrote these values. */
export const importNote = (
  at: Pick<Item, 'document' | 'id'>,
  values: Imported & { readonly dates: DateTrust },
  context: RuleContext,
): Change => note(item, at, 'at', importFact, [fingerprint(values), values.dates], context)

const lastImport = (record: Item): Json | undefined => record.history.findLast(({ kind }) => kind === importFact)?.value

/**
 * What a second import of the same file changes on an item: title, description, estimate, priority and due day, and only while all
 * five are as the last import wrote them. As soon as a person has edited one, the item is theirs and the file changes nothing;
 * column, people, labels and checklists are never touched again.
 */
export const updateOf = (
  record: Item,
  { title, description, estimate, priority, due, dates }: PlanItem,
  context: RuleContext,
): readonly Change[] => {
  const values = { title, description, estimate, priority, due }
  const changes = edit(item, record, values)
  if (changes.length === 0 || !isAsImported(record)) return []
  const estimated = changes.some(({ cell }) => cell === 'estimate')
  return [
    ...changes,
    ...(estimated ? [note(item, record, 'at', 'estimate', estimate, context)] : []),
    importNote(record, { ...values, dates }, context),
  ]
}

const isAsImported = (record: Item): boolean => {
  const value = lastImport(record)
  return Array.isArray(value) && value[0] === fingerprint(record)
}
