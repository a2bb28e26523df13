import { records, type View } from '../kernel/view.ts'
import { comment, type Comment } from './comment.ts'

/**
 * What was said about an item, the oldest first. Two devices that have imported the same file hold the same comment twice; it is
 * shown once, the older id.
 */
export const commentsOf = (view: View, item: string): readonly Comment[] => {
  const seen = new Set<string>()
  return records(view, comment, 'item', item).filter(({ source }) => {
    if (source === '') return true
    const isFirst = !seen.has(source)
    seen.add(source)
    return isFirst
  })
}
