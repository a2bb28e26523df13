import { linkRefusal } from '../domain/attachments/edit-link.ts'
import { longestLinkName } from '../domain/attachments/link.ts'
import type { PlanComment, PlanLink } from '../domain/intake/plan.ts'
import { oneLine, plainLine } from '../domain/kernel/line.ts'
import { longestDescription } from '../domain/work/item.ts'
import { cutBytes } from './fit-text.ts'
import type { Tally } from './tally.ts'
import { textHash } from './text-hash.ts'
import type { TrelloAction, TrelloBoard, TrelloCard } from './trello-schema.ts'

export const isComment = ({ type }: TrelloAction): boolean => type === 'commentCard' || type === 'copyCommentCard'

const instantOf = (date: string): number | null => {
  const instant = Date.parse(date)
  return Number.isNaN(instant) ? null : instant
}

/** Whoever wrote it stands in the action; where an export leaves the name out, the board may know the person. */
const authorOf = ({ memberCreator, idMemberCreator }: TrelloAction, { members }: TrelloBoard): string => {
  const member = members.find(one => one?.id === idMemberCreator)
  const names = [memberCreator.fullName, memberCreator.username, member?.fullName, member?.username]
  return oneLine(names.find(name => name !== undefined && name !== '') ?? '')
}

/** The comments of each card, by its id. An action without an id is recognised by its date and words. */
export const commentsByCard = (board: TrelloBoard): ReadonlyMap<string, readonly PlanComment[]> => {
  const byCard = new Map<string, PlanComment[]>()
  for (const action of board.actions) {
    if (!action || !isComment(action) || action.data.text.trim() === '') continue
    const { id, date, data } = action
    const comment = {
      source: `trello:comment:${id || `${date.slice(0, 30)}:${textHash(data.text)}`}`,
      author: authorOf(action, board),
      text: cutBytes(data.text, longestDescription),
      createdAt: instantOf(date),
    }
    const known = byCard.get(data.card.id)
    if (known) known.push(comment)
    else byCard.set(data.card.id, [comment])
  }
  return byCard
}

/** A card's uploads and links by their names: the files stay with Trello, their addresses come along. The rest is a loss. */
export const linksOf = (card: TrelloCard, tally: Tally): readonly PlanLink[] =>
  card.attachments.flatMap(({ id, name, url }) => {
    const link = { name: oneLine(plainLine(name)).slice(0, longestLinkName), address: plainLine(url) }
    if (!linkRefusal(link)) return { ...link, source: `trello:link:${id || textHash(url)}` }
    tally.lose('attachments', name || url)
    return []
  })

/** Comments are counted by the cards' own figures where those are higher: the file holds only the newest. */
export const loseComments = (
  cards: readonly TrelloCard[],
  comments: ReadonlyMap<string, readonly PlanComment[]>,
  tally: Tally,
): void => {
  for (const { id, name, badges } of cards)
    tally.lose('comments', name, '', Math.max(0, badges.comments - (comments.get(id)?.length ?? 0)))
}
