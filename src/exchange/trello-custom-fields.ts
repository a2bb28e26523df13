import type { Priority } from '../domain/work/item.ts'
import { parseNumber, parsePriority } from './parse-values.ts'
import type { Tally } from './tally.ts'
import type { TrelloCard, TrelloField, TrelloFieldItem } from './trello-schema.ts'

const estimateName = /^(story ?points?|points?|sp|estimate|schätzung|aufwand|punkte|größe)$/i
const priorityName = /^(priorität|priority|prio)$/i

/** The value as text; a choice is named by its option, a tick by a cross. */
const textOf = ({ value, idValue }: TrelloFieldItem, field: TrelloField): string => {
  const option = field.options.find(one => one?.id === idValue)?.value
  const held = value ?? option
  if (!held) return ''
  return held.text ?? held.number ?? held.date ?? (held.checked === 'true' ? '×' : '')
}

/** Estimate and priority from custom fields of such names; every other filled field is a loss under its name. */
export const customValues = (
  card: TrelloCard,
  fields: readonly TrelloField[],
  tally: Tally,
): { readonly estimate: number | null; readonly priority: Priority } => {
  let [estimate, priority]: [number | null, Priority] = [null, 'medium']
  for (const one of card.customFieldItems) {
    const field = fields.find(({ id }) => id === one?.idCustomField)
    const text = one && field ? textOf(one, field) : ''
    if (!field || text === '') continue
    const number = estimateName.test(field.name.trim()) ? parseNumber(text, '.') : undefined
    const choice = priorityName.test(field.name.trim()) ? parsePriority(text) : undefined
    if (number !== undefined && number >= 0) estimate = number
    else if (choice) priority = choice
    else tally.lose('customField', text, field.name)
  }
  return { estimate, priority }
}
