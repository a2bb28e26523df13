import { create, type Change } from './change.ts'
import type { RuleContext } from './command.ts'
import type { AnyDefinition, DocumentName, RecordOf } from './record.ts'

type Values<D extends AnyDefinition> = Parameters<typeof create<D>>[2]

/**
 * The changes that make a record again under another id, maybe in another document. Every cell comes along but facts of the past;
 * `changed` says what is otherwise there, `born` when and by whom it was made.
 */
export const copy = <D extends AnyDefinition>(
  definition: D,
  record: RecordOf<D>,
  at: { readonly document: DocumentName; readonly id: string },
  changed: Values<D>,
  born: Pick<RuleContext, 'now' | 'actor'>,
): readonly Change[] => {
  const cells = Object.entries(definition.cells).filter(([, { kind }]) => kind !== 'log')
  const held = record as { readonly [cell: string]: unknown }
  const values = Object.fromEntries(cells.map(([name]) => [name, held[name]])) as Values<D>
  return create(definition, at, { ...values, ...changed }, born)
}
