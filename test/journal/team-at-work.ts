import * as Y from 'yjs'
import type { GuardKnowledge } from '../../src/journal/guard.ts'

/** Yjs client ids of three people, one of whom means no good. */
export const [anna, ben, mallory] = [1, 2, 99] as const

/** A team's board with cards, as Anna laid it out. */
export const board = (cards = 200): Y.Doc => {
  const doc = new Y.Doc()
  doc.clientID = anna
  doc.transact(() => {
    for (let index = 0; index < cards; index++) {
      const card = new Y.Map<unknown>()
      doc.getMap('items').set(`karte${index}`, card)
      card.set('title', `Karte ${index}`)
      card.set('description', new Y.Text('Bitte prüfen'))
    }
  })
  return doc
}

export const clocksOf = (doc: Y.Doc): ReadonlyMap<number, number> => Y.decodeStateVector(Y.encodeStateVector(doc))
export const team = board()
export const teamClocks = clocksOf(team)
export const annasClock = teamClocks.get(anna) ?? 0
export const knows = (...clients: readonly number[]): GuardKnowledge => ({
  clocks: teamClocks,
  clients: new Set(clients),
})

/** A copy in which someone works; out: what each transaction wrote, as it would be journalled. */
export const works = (client: number, work: (doc: Y.Doc) => void, from: Y.Doc = team): Uint8Array[] => {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(from))
  copy.clientID = client
  const updates: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => updates.push(update))
  work(copy)
  return updates
}
export const cardOf = (doc: Y.Doc, id: string) => doc.getMap('items').get(id) as Y.Map<unknown>
