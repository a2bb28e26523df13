import * as v from 'valibot'
import type { ImportPlan, PlanCheck, PlanChecklist, PlanComment, PlanItem } from '../domain/intake/plan.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { officeDay } from '../domain/calendar/office-day.ts'
import type { Hue } from '../domain/work/label.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'
import { fitTexts } from './fit-text.ts'
import { Tally } from './tally.ts'
import { customValues } from './trello-custom-fields.ts'
import { loseOf, loseOfBoard, movesOf } from './trello-losses.ts'
import { commentsByCard, linksOf, loseComments } from './trello-discussion.ts'
import { trelloBoard, type TrelloBoard, type TrelloCard } from './trello-schema.ts'

const present = <Value>(values: readonly (Value | null)[]): readonly Value[] =>
  values.flatMap(value => (value === null ? [] : [value]))
const inOrder = <Value extends { readonly pos: number }>(values: readonly Value[]): readonly Value[] =>
  values.toSorted((one, other) => one.pos - other.pos)

const hueByColour: Readonly<Record<string, Hue>> = {
  blue: 'blue',
  sky: 'teal',
  green: 'green',
  lime: 'green',
  yellow: 'yellow',
  orange: 'orange',
  red: 'red',
  pink: 'purple',
  purple: 'purple',
}

/** Trello's colours come in three strengths: `green_dark`, `green`, `green_light`. */
const hueOf = (color: string | null): Hue => hueByColour[(color ?? '').split('_')[0] ?? ''] ?? 'grey'

const source = (id: string): string => `trello:${id}`

/** The first eight digits of an id are the second in which it was made (MongoDB ObjectId). */
const madeAt = (id: string): number | null =>
  /^[0-9a-f]{24}$/.test(id) ? Number.parseInt(id.slice(0, 8), 16) * 1000 : null

const dayOf = (instant: string | null): string | null => {
  const time = instant === null ? Number.NaN : Date.parse(instant)
  return Number.isNaN(time) ? null : officeDay(time)
}

const isCriteria = (title: string): boolean =>
  /^(akzeptanzkriterien|abnahmekriterien|acceptance criteria)$/i.test(title.trim())

const longestPoint = 1000

const checklistsByCard = (board: TrelloBoard): ReadonlyMap<string, readonly PlanChecklist[]> => {
  const byCard = new Map<string, PlanChecklist[]>()
  for (const { idCard, name, checkItems } of inOrder(present(board.checklists))) {
    const checks = inOrder(present(checkItems)).map((one): PlanCheck => ({
      title: one.name.slice(0, longestPoint),
      isDone: one.state === 'complete',
      due: dayOf(one.due),
      person: one.idMember === null ? null : source(one.idMember),
    }))
    byCard.set(idCard, [...(byCard.get(idCard) ?? []), { title: name.slice(0, 200), checks }])
  }
  return byCard
}

type Reading = Readonly<{
  board: TrelloBoard
  checklists: ReadonlyMap<string, readonly PlanChecklist[]>
  comments: ReadonlyMap<string, readonly PlanComment[]>
  /** When a card came into the list it lies in, by card id. */
  moves: ReadonlyMap<string, number>
  tally: Tally
}>

const itemOf = (card: TrelloCard, row: number, reading: Reading): PlanItem | undefined => {
  const { board, checklists, comments, moves, tally } = reading
  const title = card.name.trim() || card.shortLink
  if (title === '') {
    tally.find('titleMissing', row, '', card.desc)
    return undefined
  }
  loseOf(card, tally)
  for (const id of card.idMembers) if (!board.members.some(one => one?.id === id)) tally.lose('formerMembers', title)
  const lists = checklists.get(card.id) ?? []
  const { estimate, priority } = customValues(card, present(board.customFields), tally)
  const [createdAt, arrivedAt] = [madeAt(card.id), moves.get(card.id) ?? null]
  const texts = fitTexts({ title, description: card.desc }, row, tally)
  return {
    title: texts.title,
    description: texts.description,
    source: source(card.id),
    sourceKey: card.shortLink,
    row,
    kind: 'task',
    estimate,
    priority,
    due: card.dueComplete ? null : dayOf(card.due),
    column: source(card.idList),
    people: card.idMembers.map(source),
    labels: card.idLabels.map(source),
    parent: null,
    blockedBy: [],
    criteria: lists.filter(({ title }) => isCriteria(title)).flatMap(({ checks }) => checks),
    checklists: lists.filter(({ title }) => !isCriteria(title)),
    comments: comments.get(card.id) ?? [],
    links: linksOf(card, tally),
    createdAt,
    arrivedAt,
    dates: createdAt !== null && arrivedAt !== null ? 'known' : 'unknown',
    isArchived: card.closed,
  }
}

/** Whether parsed JSON looks like a Trello board at all. */
export const isTrello = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as { lists?: unknown }).lists) &&
  Array.isArray((value as { cards?: unknown }).cards)

/**
 * Reads a Trello board export (JSON) into a plan: lists, cards in their order, labels, members, checklists with ticks, days and people,
 * comments with author and date, uploads as links. Custom fields whose names say estimate or priority are taken so. What has no
 * place (votes, covers …) is counted as loss; Trello exports at most its last 1,000 actions, which is said too. Refuses what has no lists and cards.
 */
export const planOfTrello = (
  value: unknown,
  onProgress: (share: number) => void = () => {},
): Result<ImportPlan, FileRefusal> => {
  const parsed = v.safeParse(trelloBoard, value)
  if (!parsed.success) return refuse({ because: 'fieldBroken', path: v.getDotPath(parsed.issues[0]) ?? '' })
  const board = parsed.output
  const tally = new Tally()
  const lists = inOrder(present(board.lists))
  const place = new Map(lists.map(({ id }, index) => [id, index]))
  const cards = inOrder(present(board.cards)).toSorted(
    (one, other) => (place.get(one.idList) ?? 0) - (place.get(other.idList) ?? 0),
  )
  const actions = present(board.actions)
  for (const [index, one] of board.cards.entries()) if (one === null) tally.find('entryUnreadable', index + 1, '', '')
  const comments = commentsByCard(board)
  loseComments(cards, comments, tally)
  loseOfBoard(actions, tally)
  const reading = { board, checklists: checklistsByCard(board), comments, moves: movesOf(actions), tally }
  const items = cards.flatMap((card, index) => {
    if (index % 200 === 0) onProgress(index / cards.length)
    return itemOf(card, index + 1, reading) ?? []
  })
  return ok({
    name: board.name,
    kind: 'trello',
    columns: lists.map(({ id, name, closed }) => ({ source: source(id), name, isArchived: closed })),
    people: present(board.members).map(({ id, fullName, username }) => ({
      source: source(id),
      name: fullName || username,
    })),
    labels: present(board.labels).map(({ id, name, color }) => ({ source: source(id), name, hue: hueOf(color) })),
    items,
    findings: tally.findings,
    losses: tally.losses,
  })
}
