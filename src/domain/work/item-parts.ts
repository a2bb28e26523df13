import { attachment } from '../attachments/attachment.ts'
import { link } from '../attachments/link.ts'
import { comment } from '../discussion/comment.ts'
import { discard, edit, type Change } from '../kernel/change.ts'
import type { RuleContext } from '../kernel/command.ts'
import type { AnyDefinition, DocumentName, IndexNameOf, RecordBase } from '../kernel/record.ts'
import { records, type View } from '../kernel/view.ts'
import { check } from './check.ts'
import { checklist } from './checklist.ts'
import { item, type Item } from './item.ts'

/** Milliseconds a record stays in the bin before its texts are overwritten. */
export const timeInBin = 30 * 86_400_000

/** Whether a record has been in the bin for its 30 days. In: now in milliseconds UTC. */
export const isOld = ({ deleted }: Pick<RecordBase, 'deleted'>, now: number): boolean =>
  deleted !== null && deleted[0] <= now - timeInBin

type Part = {
  readonly discard: (view: View, itemId: string, context: RuleContext) => readonly Change[]
  readonly purge: (view: View, itemId: string) => readonly Change[]
  readonly purgeOld: (view: View, document: DocumentName, now: number) => readonly Change[]
}

/** Something that belongs to an item, and what it holds once nothing is left of it. */
const part = <D extends AnyDefinition>(definition: D, emptied: Parameters<typeof edit<D>>[2]): Part => {
  const [ofItem, bin] = ['item', 'bin'] as IndexNameOf<D>[] as [IndexNameOf<D>, IndexNameOf<D>]
  return {
    discard: (view, itemId, context) =>
      records(view, definition, ofItem, itemId).flatMap(record => discard(record, context)),
    purge: (view, itemId) =>
      records(view, definition, ofItem, itemId).flatMap(record => edit(definition, record, emptied)),
    purgeOld: (view, document, now) =>
      records(view, definition, bin, document)
        .filter(record => isOld(record, now))
        .flatMap(record => edit(definition, record, emptied)),
  }
}

const parts: readonly Part[] = [
  part(checklist, { title: '' }),
  part(check, { title: '' }),
  part(comment, { text: '', author: '', purged: true }),
  part(attachment, { name: '', mediaType: '', hash: '', purged: true }),
  part(link, { address: '', name: '', purged: true }),
]

/** Overwrites the texts of an item and of all that belongs to it. */
export const purgeItem = (view: View, record: Item): readonly Change[] => [
  ...edit(item, record, { title: '', description: '', purged: true }),
  ...parts.flatMap(({ purge }) => purge(view, record.id)),
]

/** Overwrites what was deleted alone, without its item. */
export const purgeParts = (view: View, document: DocumentName, now: number): readonly Change[] =>
  parts.flatMap(({ purgeOld }) => purgeOld(view, document, now))

/** Puts all that belongs to an item into the bin, the item itself not. */
export const discardParts = (view: View, itemId: string, context: RuleContext): readonly Change[] =>
  parts.flatMap(part => part.discard(view, itemId, context))
