import { note, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import { live, type View } from '../kernel/view.ts'
import { item } from '../work/item.ts'

/** The facts on items that an impediment holds them up from now on, or no longer. Items that are gone are passed over. */
const noteOn =
  (kind: 'blocked' | 'unblocked') =>
  (view: View, impediment: string, items: readonly string[], context: RuleContext): readonly Change[] =>
    items.flatMap(id => live(view, item, id) ?? []).map(record => note(item, record, 'at', kind, impediment, context))

export const noteBlocked = noteOn('blocked')
export const noteUnblocked = noteOn('unblocked')
