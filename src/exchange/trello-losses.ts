import type { Tally } from './tally.ts'
import { isComment } from './trello-discussion.ts'
import type { TrelloAction, TrelloCard } from './trello-schema.ts'

/** What a card has that has no place here. */
export const loseOf = (card: TrelloCard, tally: Tally): void => {
  if (card.start !== null) tally.lose('startDate', card.name)
  if (card.due !== null && card.dueComplete) tally.lose('dueDone', card.name)
  if (card.cover.color !== null || card.cover.idAttachment !== null) tally.lose('cover', card.name)
  if (card.badges.location) tally.lose('location', card.name)
  tally.lose('votes', card.name, '', card.badges.votes)
  tally.lose('powerUps', card.name, '', card.pluginData.length)
}

/** Trello exports no more actions than these; older ones are not in the file. */
const mostActions = 1000

/** Entries of the history that are no comments. */
export const loseOfBoard = (actions: readonly TrelloAction[], tally: Tally): void => {
  tally.lose('activity', '', '', actions.filter(action => !isComment(action)).length)
  if (actions.length >= mostActions) tally.lose('activityCapped', '', '', mostActions)
}

/** The newest move of each card, milliseconds UTC, by card id. */
export const movesOf = (actions: readonly TrelloAction[]): ReadonlyMap<string, number> => {
  const moves = new Map<string, number>()
  for (const { date, data } of actions) {
    const at = Date.parse(date)
    if (data.listAfter === null || Number.isNaN(at)) continue
    moves.set(data.card.id, Math.max(at, moves.get(data.card.id) ?? 0))
  }
  return moves
}
