import { attachment, type Attachment } from '../attachments/attachment.ts'
import { link, type Link } from '../attachments/link.ts'
import { comment, type Comment } from '../discussion/comment.ts'
import { live, records, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import { item } from './item.ts'

/** What was said, attached or linked and then taken away alone. */
export type BinnedPart = Comment | Attachment | Link

/**
 * Comments, files and links in a team's bin that can be brought back to their cards; what went to the bin with its card comes back
 * with it, and what went to another team is there.
 */
export const partsInBin = (view: View, team: Team): readonly BinnedPart[] => {
  const document = documentOfTeam(team)
  return [
    ...records(view, comment, 'bin', document),
    ...records(view, attachment, 'bin', document),
    ...records(view, link, 'bin', document),
  ].filter(record => live(view, item, record.item)?.movedTo === null)
}
