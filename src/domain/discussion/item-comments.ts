import { sourcedOnce } from '../kernel/sourced-once.ts'
import { records, type View } from '../kernel/view.ts'
import { comment, type Comment } from './comment.ts'

/** What was said about an item, the oldest first; what two imports have brought is shown once. */
export const commentsOf = (view: View, item: string): readonly Comment[] =>
  sourcedOnce(records(view, comment, 'item', item))
