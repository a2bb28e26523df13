import { sourcedOnce } from '../kernel/sourced-once.ts'
import { records, type View } from '../kernel/view.ts'
import { attachment, type Attachment, type BlobHash } from './attachment.ts'
import { link, type Link } from './link.ts'

/**
 * The files of an item, in the order in which they were added. Two people can have added the same file at once; it is shown once,
 * as the older one.
 */
export const attachmentsOf = (view: View, item: string): readonly Attachment[] => {
  const seen = new Map<BlobHash, string>()
  return records(view, attachment, 'item', item).filter(({ hash, id }) => {
    if (!seen.has(hash)) seen.set(hash, id)
    return hash === '' || seen.get(hash) === id
  })
}

/** The links of an item, in the order in which they were added; what two imports have brought is shown once. */
export const linksOf = (view: View, item: string): readonly Link[] => sourcedOnce(records(view, link, 'item', item))
