import type { DocumentName } from '../domain/kernel/record.ts'
import type { CardNews } from '../domain/visits/card-news.ts'
import type { Heads } from './ports.ts'

/** What others have changed in one team; `heads`: what was read to say so. */
export type TeamNews = Readonly<{ heads: Heads; cards: readonly CardNews[] }>

/** What others have changed since this person looked last, team by team, and all cards among it. */
export type News = Readonly<{
  /** On which device, in hexadecimal. */
  device: string
  teams: ReadonlyMap<DocumentName, TeamNews>
  cards: ReadonlySet<string>
}>

export const noNews: News = { device: '', teams: new Map(), cards: new Set() }

/** The news with those of one team in place of what was known of it; undefined: there are none any more. */
export const withTeam = ({ device, teams }: News, document: DocumentName, news: TeamNews | undefined): News => {
  const all = new Map(teams)
  if (news) all.set(document, news)
  else all.delete(document)
  return { device, teams: all, cards: new Set([...all.values()].flatMap(({ cards }) => cards.map(card => card.item))) }
}
