import * as Y from 'yjs'
import { noHash, toHex, type Bytes } from '../../../src/journal/bytes.ts'
import { membershipDocument, type EntryDraft } from '../../../src/journal/header.ts'
import { encodePayload } from '../../../src/journal/payload.ts'
import type { SealedEntry } from '../../../src/journal/seal.ts'
import { encodeMessage, type Head, type Message } from '../../../src/sync/messages.ts'
import type { Chain } from '../../../src/workspace/journal-port.ts'
import { grant, remove } from './acts.ts'
import type { Peer } from './peer.ts'
import type { World } from './world.ts'

/** What somebody does who is a member and means no good. All of it with a valid key and past every check of an app of their own. */

type Mischief = Readonly<{ world: World; rogue: Peer; victim: Peer; document: string; how: number }>

const chainOf = (peer: Peer, document: string): Chain | undefined => peer.disk.ledger(document).chains.get(peer.device)

/** Seals an update for the next place of a chain, in whatever way one likes. */
const forge = (
  rogue: Peer,
  document: string,
  update: Uint8Array,
  changes: Partial<EntryDraft> = {},
): Promise<SealedEntry> => {
  const chain = chainOf(rogue, document)
  const { hand, workspace } = rogue.parts
  const draft: EntryDraft = {
    kind: 'change',
    workspace,
    document,
    device: hand.id,
    seq: (chain?.head.seq ?? 0) + 1,
    prev: chain?.head.hash ?? noHash(),
    deps: [],
    stamp: (chain?.stamp ?? 5_000_000_000_000) + 1,
    membership: rogue.keeper.membership().frontier,
    keyEpoch: rogue.keeper.sealsWith(document) ?? 1,
    clients: [],
    command: null,
    ...changes,
  }
  return hand.seal(draft, encodePayload({ commands: [{ id: 'rogue', name: 'renameItem' }], update }))
}

const say = ({ world, rogue, victim }: Mischief, message: Message | Bytes): void => {
  const bytes = message instanceof Uint8Array ? message : encodeMessage(message)
  for (const [other, link] of world.linesOf(rogue)) if (other === victim) void link.send(bytes)
}

const sayToAll = (mischief: Mischief, message: Message): void => {
  for (const [victim] of mischief.world.linesOf(mischief.rogue)) say({ ...mischief, victim }, message)
}

const entry = ({ bytes }: SealedEntry): Message => ({ type: 'entries', entries: [bytes] })

/** A card as an update of its own. */
const cardBy = (client: number, title: string): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = client
  const card = new Y.Map()
  card.set('title', title)
  card.set('place', 'todo|5')
  doc.getMap('item').set(`r${client}${title}`, card)
  return Y.encodeStateAsUpdate(doc)
}

const bombs: readonly ((rogue: Peer, victim: number) => Uint8Array)[] = [
  // A garbage-collected struct over everything the victim will ever write.
  (_, victim) => Uint8Array.of(1, 1, ...varUint(victim), 0, 0, ...varUint(2 ** 40), 0),
  // A delete set over all clocks of the victim.
  (_, victim) => Uint8Array.of(0, 1, ...varUint(victim), 1, 0, ...varUint(2 ** 40)),
  // Something that will stay pending for ever.
  (_, victim) =>
    Uint8Array.of(
      1,
      1,
      ...varUint(victim),
      ...varUint(1_000_000_000),
      40,
      1,
      4,
      105,
      116,
      101,
      109,
      1,
      120,
      1,
      119,
      1,
      97,
      0,
    ),
  () => cardBy(77, 'fremd'),
  () => Uint8Array.of(1, 2, 3, 4, 5),
  () => deep(8),
  () => junk(),
]

const varUint = (value: number): number[] => {
  const bytes: number[] = []
  let rest = value
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128)
  return [...bytes, rest]
}

const deep = (depth: number): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = 88
  let map = doc.getMap('item') as Y.Map<unknown>
  for (let level = 0; level < depth; level++) {
    const inner = new Y.Map()
    map.set('k', inner)
    map = inner
  }
  return Y.encodeStateAsUpdate(doc)
}

/** Bytes where a record should be. */
const junk = (): Uint8Array => {
  const doc = new Y.Doc()
  doc.clientID = 99
  doc.getMap('item').set('junk', Uint8Array.of(1, 2, 3))
  return Y.encodeStateAsUpdate(doc)
}

const clientOf = (peer: Peer, document: string): number =>
  [...(peer.disk.ledger(document).chains.get(peer.device)?.written.keys() ?? [])][0] ?? 4242

const headOf = (peer: Peer, document: string): Head => {
  const head = chainOf(peer, document)?.head ?? { device: peer.parts.hand.id, seq: 1, hash: noHash() }
  return { ...head, first: 1 }
}

const acts: Readonly<Record<string, (mischief: Mischief) => Promise<void>>> = {
  /** Two histories: one to each side. */
  fork: async mischief => {
    const { rogue, document, world, how } = mischief
    const [one, other] = [
      await forge(rogue, document, cardBy(1_000 + (how % 9_000), 'eins'), { clients: [1_000 + (how % 9_000)] }),
      await forge(rogue, document, cardBy(20_000 + (how % 9_000), 'zwei'), { clients: [20_000 + (how % 9_000)] }),
    ]
    for (const [index, [victim]] of world.linesOf(rogue).entries())
      say({ ...mischief, victim }, entry(index % 2 === 0 ? one : other))
  },
  bomb: async mischief => {
    const { rogue, victim, document, how } = mischief
    const client = clientOf(victim, document)
    const make = bombs[how % bombs.length] ?? (() => junk())
    const clients = [[77], [88], [99], [client], []][how % 5] ?? []
    sayToAll(mischief, entry(await forge(rogue, document, make(rogue, client), { clients })))
  },
  /** Writes with the Yjs client of somebody else. */
  foreignClient: async mischief => {
    const { rogue, victim, document } = mischief
    const client = clientOf(victim, document)
    sayToAll(mischief, entry(await forge(rogue, document, cardBy(client, 'fremd'), { clients: [client] })))
  },
  /** In the name of somebody else. */
  impersonate: async mischief => {
    const { rogue, victim, document } = mischief
    const chain = chainOf(victim, document)
    const forged = await forge(rogue, document, cardBy(5, 'falsch'), {
      clients: [5],
      device: victim.parts.hand.id,
      seq: (chain?.head.seq ?? 0) + 1,
      prev: chain?.head.hash ?? noHash(),
    })
    sayToAll(mischief, entry(forged))
  },
  /** Names causes that nobody has. */
  noCause: async mischief => {
    const { rogue, victim, document, how } = mischief
    const dep = { device: victim.parts.hand.id, seq: (chainOf(victim, document)?.head.seq ?? 0) + 3, hash: noHash() }
    const client = 30_000 + (how % 9_000)
    sayToAll(
      mischief,
      entry(await forge(rogue, document, cardBy(client, 'zu früh'), { clients: [client], deps: [dep] })),
    )
  },
  /** Leaves an entry out. */
  gap: async mischief => {
    const { rogue, document, how } = mischief
    const client = 40_000 + (how % 9_000)
    const seq = (chainOf(rogue, document)?.head.seq ?? 0) + 2
    sayToAll(
      mischief,
      entry(
        await forge(rogue, document, cardBy(client, 'Lücke'), {
          clients: [client],
          seq,
          prev: headOf(rogue, document).hash,
        }),
      ),
    )
  },
  /** Claims to have what nobody has. */
  lie: async mischief => {
    const { rogue, victim, document, how } = mischief
    const who = how % 2 === 0 ? rogue : victim
    const { device, seq } = headOf(who, document)
    const head = { device, seq: seq + (how % 700), hash: noHash(), first: 1 }
    sayToAll(mischief, { type: 'have', documents: [{ document, heads: [head] }] })
  },
  /** Asks for what it may not read. */
  pry: async mischief => {
    const { victim, document } = mischief
    const range = { document, device: victim.parts.hand.id, from: 1, to: 50 }
    sayToAll(mischief, { type: 'want', ranges: [range] })
    sayToAll(mischief, { type: 'checkpoint want', document })
  },
  garbage: async mischief => {
    const { how } = mischief
    say(
      mischief,
      Uint8Array.from({ length: 1 + (how % 40) }, (_, index) => (how * (index + 7)) % 256),
    )
  },
  flood: async mischief => {
    for (let count = 0; count < 1_200; count++) say(mischief, { type: 'ping', number: count })
  },
  checkpoint: async mischief => {
    const { rogue, document } = mischief
    const forged = await forge(rogue, document, new Uint8Array(), {
      kind: 'checkpoint',
      seq: 1,
      prev: noHash(),
      command: { id: 'c', part: 1, parts: 1 },
    })
    sayToAll(mischief, { type: 'checkpoint', document, entries: [forged.bytes] })
  },
  /** Makes itself an admin, and takes the others out. */
  seize: async mischief => {
    const { rogue, victim, how } = mischief
    await rogue.keeper.say(
      how % 2 === 0 ? grant(rogue.parts.person, 'workspace#1', 'admin') : remove(victim.parts.person, []),
      true,
    )
  },
  /** Writes where it has no grant. */
  trespass: async mischief => {
    const { rogue, how } = mischief
    const client = 50_000 + (how % 9_000)
    const forged = await forge(rogue, 'team:kita#1', cardBy(client, 'ungebeten'), { clients: [client] })
    sayToAll(mischief, entry(forged))
  },
  /** Far more than anybody can keep, all of it waiting for something that never comes. */
  fill: async mischief => {
    const { rogue, document, how } = mischief
    for (let count = 0; count < 4; count++) {
      const client = 60_000 + (how % 9_000)
      const seq = (chainOf(rogue, document)?.head.seq ?? 0) + 2 + count
      const update = cardBy(client, 'x'.repeat(60_000))
      say(mischief, entry(await forge(rogue, document, update, { clients: [client], seq, prev: noHash() })))
    }
  },
}

const actNames = Object.keys(acts)

/** One act of mischief. Out: what it was. */
export const misbehave = async (mischief: Mischief): Promise<string> => {
  const name = actNames[mischief.how % actNames.length] ?? 'garbage'
  // Drawn from another part of the number, so that every way of an act can come.
  await acts[name]?.({ ...mischief, how: Math.floor(mischief.how / actNames.length) })
  return name
}

export const isOnLog = (device: string, peer: Peer): boolean => peer.disk.ledger(membershipDocument).chains.has(device)
export const hashOf = ({ hash }: SealedEntry): string => toHex(hash)
