import * as Y from 'yjs'
import { toHex } from '../../../src/journal/bytes.ts'
import { membershipDocument } from '../../../src/journal/header.ts'
import { reaches } from '../../../src/journal/role.ts'
import { documents, type Town } from './found-town.ts'
import { honestOf, readersOf } from './heal.ts'
import { boardOf, canonicalOf } from './notebook.ts'
import { foldOf, type Peer } from './peer.ts'
import { countingAmong } from './counting.ts'

const columns: ReadonlySet<string> = new Set(['todo', 'doing', 'done'])

/** Out: what is not as it has to be. */
type Law = (town: Town) => readonly string[]

const overDocuments =
  (work: (town: Town, document: string) => readonly string[]): Law =>
  town =>
    documents.flatMap(document => work(town, document))

/** The document as a device’s journal gives it. */
const journalFold = (peer: Peer, document: string): Y.Doc => {
  const rows = [...peer.disk.of(document).rows.values()].flat().sort((a, b) => a.order - b.order)
  return foldOf(rows.filter(({ counts }) => counts).map(({ update }) => update))
}

/** Whose word has held all the time, so that nothing of it may be missing. */
const isSteady = ({ world, founder }: Town, peer: Peer, document: string): boolean =>
  !peer.isRogue &&
  !peer.wasPutBack &&
  founder.members.standing(peer.device) === 'member' &&
  !world.left.has(`${peer.parts.person} ${document}`)

export const laws: Readonly<Record<string, Law>> = {
  'I1 all replicas say the same': overDocuments((town, document) => {
    const readers = readersOf(town, document)
    const said = readers.map(peer => canonicalOf(journalFold(peer, document)))
    const other = readers[said.findIndex(text => text !== said[0])]
    return other ? [`${readers[0]?.name} and ${other.name} differ in ${document}`] : []
  }),

  'I1 nothing beyond a cut stands anywhere': overDocuments((town, document) =>
    readersOf(town, document).flatMap(peer => {
      const rows = [...peer.disk.of(document).rows.values()].flat()
      const beyond = rows.find(({ device, seq, hash, header: { stamp } }) => {
        const answer = town.founder.members.mayWrite({ document, device, seq, hash, stamp })
        return answer === 'beyond the cut'
      })
      return beyond
        ? [`${peer.name} still has ${beyond.seq} of ${town.world.peerOf(beyond.device)?.name} in ${document}`]
        : []
    }),
  ),

  'I1 what counts depends on the entries alone': overDocuments((town, document) =>
    readersOf(town, document).flatMap(peer => {
      const rows = [...peer.disk.of(document).rows.values()].flat()
      const counting = countingAmong(rows)
      const wrong = rows.find(row => row.counts !== counting.has(row))
      return wrong ? [`${wrong.seq} of ${town.world.peerOf(wrong.device)?.name} in ${document} at ${peer.name}`] : []
    }),
  ),

  'I2 nothing that was called saved is lost': town =>
    town.world.saved.flatMap(({ by, document, seq, hash }) => {
      if (!isSteady(town, by, document)) return []
      const lacking = readersOf(town, document).find(peer => {
        const row = peer.disk.at(document, by.device, seq)
        return !row || toHex(row.hash) !== hash
      })
      return lacking ? [`${lacking.name} lacks ${by.name}’s entry ${seq} in ${document}`] : []
    }),

  'I2 nothing that was called saved has gone from the screen': town =>
    town.world.kept.flatMap(({ by, document, card, cell }) => {
      if (!isSteady(town, by, document) || town.world.peers.some(peer => !isSteady(town, peer, document))) return []
      const lacking = readersOf(town, document).find(
        peer => peer.notebook.cards(document)?.get(card)?.get(cell) === undefined,
      )
      return lacking ? [`${lacking.name} does not see ${cell} of ${card} in ${document}`] : []
    }),

  'I3 no card is there twice': overDocuments((town, document) =>
    readersOf(town, document).flatMap(peer => {
      const ids = boardOf(journalFold(peer, document)).map(([, id]) => id)
      return new Set(ids).size === ids.length ? [] : [`${peer.name} in ${document}`]
    }),
  ),

  'I4 every card stands in one column': overDocuments((town, document) =>
    readersOf(town, document).flatMap(peer =>
      boardOf(journalFold(peer, document)).flatMap(([column, id]) =>
        columns.has(column) ? [] : [`${id} at ${peer.name} in ${document} stands in ${column || 'none'}`],
      ),
    ),
  ),

  'I5 the screen says what the journal says': overDocuments((town, document) =>
    readersOf(town, document).flatMap(peer => {
      const screen = peer.notebook.doc(document)
      const isSame = !screen || canonicalOf(screen) === canonicalOf(journalFold(peer, document))
      return isSame ? [] : [`${peer.name} in ${document}`]
    }),
  ),

  'I6 nobody has what they were never granted': town => {
    const granted = grantsEver(town)
    return town.world.peers.flatMap(peer =>
      [...peer.disk.documents].flatMap(([document, { chains }]) => {
        const foreign = [...chains.keys()].filter(device => device !== peer.device)
        const isAllowed = document === membershipDocument || granted.has(`${peer.parts.person} ${document}`)
        return isAllowed || foreign.length === 0 ? [] : [`${peer.name} has ${document}`]
      }),
    )
  },

  'I9 what only newer apps know survives': town =>
    town.world.kept
      .filter(({ cell }) => cell === 'x:colour')
      .flatMap(({ by, document, card }) => {
        if (town.world.peers.some(peer => !isSteady(town, peer, document))) return []
        const lacking = readersOf(town, document).find(
          peer => journalFold(peer, document).getMap<Y.Map<unknown>>('item').get(card)?.get('x:colour') === undefined,
        )
        return lacking ? [`${lacking.name} has lost the colour ${by.name} gave ${card}`] : []
      }),

  'I11 nothing waits for ever': overDocuments((town, document) =>
    readersOf(town, document).flatMap(peer => {
      const store = peer.notebook.doc(document)?.store
      return store && (store.pendingStructs || store.pendingDs) ? [`${peer.name} in ${document}`] : []
    }),
  ),

  'I14 the order is the same everywhere': overDocuments((town, document) => {
    const orders = readersOf(town, document).map(peer => JSON.stringify(boardOf(journalFold(peer, document))))
    return new Set(orders).size > 1 ? [document] : []
  }),
}

/** Person and document, of everybody who was ever granted to read by somebody who might. */
const grantsEver = (town: Town): ReadonlySet<string> => {
  const ever = new Set<string>()
  for (const peer of honestOf(town)) {
    const { view } = peer.keeper.membership()
    for (const lists of [view.history.grants, view.history.openings])
      for (const list of lists.values())
        for (const act of list) {
          const writer = view.writers.get(act)
          if (!writer) continue
          if (act.act.act === 'grant' && reaches(act.act.role, 'reader'))
            ever.add(`${act.act.person} ${act.act.document}`)
          if (act.act.act === 'found') ever.add(`${act.act.device.person} ${act.act.keys.document}`)
          if (act.act.act === 'open document') ever.add(`${writer.person} ${act.act.keys.document}`)
        }
  }
  return ever
}

/** Laws that are asked of what waits in memory, and of the listeners. */
export const lookAtWaiting = async (town: Town): Promise<void> => {
  const { world, rogue } = town
  if (rogue) for (const [other] of world.linesOf(rogue)) world.part(rogue, other)
  await world.time.pass(1_000)
  for (const peer of honestOf(town)) {
    const { held, failure } = await peer.replicator.status()
    if (held.entries > 0) world.violate('I11 nothing waits for ever', `${peer.name} holds ${held.entries} entries`)
    if (failure) world.violate('I13 sync goes on', `${peer.name}: ${failure.detail}`)
  }
}

/** A last edit by everybody: it is heard at home and comes to all. */
export const sendCanaries = async (town: Town): Promise<void> => {
  const { world } = town
  for (const peer of honestOf(town)) {
    const document = documents.find(name => peer.mayWrite(name))
    if (document === undefined || peer.wasPutBack) continue
    const heard = peer.notebook.heard(document)
    const write = peer.notebook.write(document, cards => {
      const card = new Y.Map<unknown>()
      card.set('title', 'Probe')
      card.set('place', 'todo|1')
      cards.set(`canary ${peer.name}`, card)
    })
    const isSaved = await world.finish(write)
    if (!isSaved || peer.notebook.heard(document) === heard) world.violate('I13 listeners are alive', peer.name)
    await world.time.pass(2_000)
    const deaf = readersOf(town, document).find(one => !one.notebook.cards(document)?.has(`canary ${peer.name}`))
    if (deaf) world.violate('I13 listeners are alive', `${deaf.name} does not hear ${peer.name} in ${document}`)
  }
}
