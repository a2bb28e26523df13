import * as Y from 'yjs'
import { admit, cutsAt, grant, remove, rotate, shares } from './acts.ts'
import { documents, type Town } from './found-town.ts'
import type { Operation, OperationName } from './operations.ts'
import type { Peer } from './peer.ts'
import { misbehave } from './rogue.ts'

type Scene = Town & Readonly<{ operation: Operation; peer: Peer; other: Peer; document: string }>
/** Does it. Out: what was done, for the log; undefined when it could not be done now. */
type Act = (scene: Scene) => Promise<string | undefined> | string | undefined

const pick = <Value>(values: readonly Value[], at: number): Value | undefined => values[at % values.length]
const columns = ['todo', 'doing', 'done'] as const

type Done = Readonly<{ card: string; cell: string }>

const writeCard = async (
  { peer, document, world }: Scene,
  work: (cards: Y.Map<Y.Map<unknown>>) => Done | undefined,
): Promise<string | undefined> => {
  if (!peer.isRunning || !peer.mayWrite(document)) return undefined
  let done: Done | undefined
  // Nobody waits for the disk: the next thing may happen before it is durable.
  peer.notebook
    .write(document, cards => void (done = work(cards)))
    .then(
      isSaved => void (isSaved && done && world.kept.push({ by: peer, document, ...done })),
      (error: unknown) => world.violate('I13 an edit can be written', `${peer.name}: ${String(error)}`),
    )
  await world.time.settle()
  return done && `${peer.name} writes ${done.cell} of ${done.card} in ${document}`
}

const placeOf = ({ operation: { what, how } }: Scene): string =>
  `${pick(columns, what)}|${String(how).padStart(6, '0')}`

const withCard = (scene: Scene, cell: string, value: unknown): Promise<string | undefined> =>
  writeCard(scene, cards => {
    const ids = [...cards.keys()].sort()
    const id = pick(ids, scene.operation.whom)
    const card = id === undefined ? undefined : cards.get(id)
    if (id === undefined || !(card instanceof Y.Map)) return undefined
    card.set(cell, value)
    return { card: id, cell }
  })

const isAdmin = (peer: Peer): boolean =>
  peer.isRunning && peer.keeper.isFounded() && peer.members.mayVouch(peer.device, 'workspace#1') && !peer.wasPutBack

const people = (peer: Peer): readonly string[] => [...peer.keeper.membership().people.keys()].sort()

const acts: Readonly<Record<OperationName, Act>> = {
  create: scene => {
    const { peer, operation } = scene
    const id = `${peer.name}${operation.how}`
    return writeCard(scene, cards => {
      const card = new Y.Map<unknown>()
      card.set('title', `Vorgang ${operation.whom}`)
      card.set('place', placeOf(scene))
      cards.set(id, card)
      return { card: id, cell: 'title' }
    })
  },
  rename: scene => withCard(scene, 'title', `Titel ${scene.operation.how}`),
  move: scene => withCard(scene, 'place', placeOf(scene)),
  bin: scene => withCard(scene, 'bin', scene.operation.how % 2 === 0),
  // A field that only newer apps know.
  paint: scene => withCard(scene, 'x:colour', scene.operation.how),
  pass: ({ world, operation }) => {
    world.wait(operation.how % 4_000)
    return 'some time passes'
  },
  longPass: ({ world, operation }) => {
    world.wait(20_000 + (operation.how % 30_000))
    return 'a minute passes'
  },
  link: ({ world, peer, other }) => (world.link(peer, other) ? `${peer.name} meets ${other.name}` : undefined),
  part: ({ world, peer, other }) => {
    if (!world.isLinked(peer, other)) return undefined
    world.part(peer, other)
    return `${peer.name} loses ${other.name}`
  },
  divide: ({ world, operation }) => {
    for (const [index, one] of world.peers.entries())
      for (const [at, other] of world.peers.entries())
        if (at < index && ((operation.how >> index) & 1) !== ((operation.how >> at) & 1)) world.part(one, other)
    return 'the net is divided'
  },
  crash: ({ peer }) => {
    if (!peer.isRunning) return undefined
    peer.crash()
    return `${peer.name} crashes`
  },
  crashAtWrite: ({ peer, operation }) => {
    if (!peer.isRunning) return undefined
    const later = 1 + (operation.how % 6)
    peer.disk.dieAt = peer.disk.writes + later
    return `${peer.name} will crash at the ${later}. write`
  },
  start: ({ world }) => {
    const down = world.peers.find(one => !one.isRunning)
    down?.start()
    return down && `${down.name} starts`
  },
  fullDisk: ({ peer }) => {
    peer.disk.isFull = true
    return `${peer.name}’s disk is full`
  },
  deafDisk: ({ peer, world }) => {
    peer.disk.isUnreadable = () => world.random() < 0.2
    return `${peer.name}’s disk is hard to read`
  },
  freeDisk: ({ world }) => {
    for (const { disk } of world.peers) {
      disk.isFull = false
      disk.isUnreadable = () => false
    }
    return 'all disks are well'
  },
  comeBack: ({ peer }) => {
    if (peer.isRunning) peer.replicator.comeBack()
    return `${peer.name} comes back`
  },
  backUp: ({ peer }) => {
    peer.putBack = peer.disk.backUp()
    return `${peer.name} makes a backup`
  },
  restore: ({ peer, founder }) => {
    if (!peer.putBack || peer === founder) return undefined
    peer.crash()
    peer.putBack()
    peer.putBack = undefined
    peer.wasPutBack = true
    peer.start()
    return `${peer.name} is put back`
  },
  skew: ({ peer, operation }) => {
    peer.skew = ((operation.how % 97) - 48) * 3_600_000
    return `${peer.name}’s clock is ${(operation.how % 97) - 48} hours wrong`
  },
  newer: ({ world, peer, operation }) => {
    const [line] = world.linesOf(peer)
    void line?.[1].send(Uint8Array.of(40 + (operation.how % 200), operation.whom % 256, operation.what % 256))
    return line && `${peer.name} says something new to ${line[0].name}`
  },
  admit: async ({ peer, world, operation }) => {
    const newcomer = world.peers.find(one => !one.keeper.isFounded())
    if (!newcomer?.isRunning || !isAdmin(peer)) return undefined
    const { person } = newcomer.parts
    const isNew = !peer.keeper.membership().people.has(person)
    if (!(await peer.keeper.say(admit(peer, newcomer)))) return undefined
    if (isNew) {
      await peer.keeper.say(grant(person, 'workspace#1', 'writer'))
      await peer.keeper.say(grant(person, 'team:bau#1', operation.how % 4 === 0 ? 'reader' : 'writer'))
    }
    for (const act of shares(peer)) await peer.keeper.say(act)
    await newcomer.keeper.take(peer.keeper.log())
    return `${peer.name} admits ${newcomer.name}`
  },
  grant: async ({ peer, operation, document }) => {
    if (!isAdmin(peer)) return undefined
    const person = pick(people(peer), operation.whom)
    if (person === undefined || person === 'anna') return undefined
    const role = operation.how % 3 === 0 ? 'reader' : 'writer'
    const { role: now } = peer.keeper.membership().people.get(person) ?? { role: 'none' }
    // Taking away has a step of its own.
    if (now === 'admin' || now === 'none' || (role === 'reader' && document === 'workspace#1')) return undefined
    const mayWrite = peer.keeper.membership().view.history.grants.has(`${document} ${person}`)
    if (role === 'reader' && mayWrite) return undefined
    return (await peer.keeper.say(grant(person, document, role)))
      ? `${peer.name} grants ${person} ${document}`
      : undefined
  },
  revoke: async ({ peer, operation, document, world }) => {
    if (!isAdmin(peer)) return undefined
    const person = pick(people(peer), operation.whom)
    if (person === undefined || document === 'workspace#1') return undefined
    if (peer.keeper.membership().people.get(person)?.role === 'admin') return undefined
    const cuts = cutsAt(peer, person).filter(cut => cut.document === document)
    const role = operation.how % 2 === 0 ? 'none' : 'reader'
    if (!(await peer.keeper.say(grant(person, document, role, { cuts })))) return undefined
    world.left.add(`${person} ${document}`)
    return `${peer.name} leaves ${person} ${role} of ${document}`
  },
  remove: async ({ peer, operation, founder }) => {
    if (!isAdmin(peer)) return undefined
    const person = pick(people(peer), operation.whom)
    const role = person === undefined ? 'none' : peer.keeper.membership().people.get(person)?.role
    if (person === undefined || person === 'anna' || role === 'none') return undefined
    if (role === 'admin' && peer !== founder) return undefined
    if (people(founder).filter(one => founder.keeper.membership().people.get(one)?.role !== 'none').length < 3)
      return undefined
    return (await peer.keeper.say(remove(person, cutsAt(peer, person)))) ? `${peer.name} removes ${person}` : undefined
  },
  rotate: async ({ peer, document }) =>
    isAdmin(peer) && (await peer.keeper.say(rotate(peer, document)))
      ? `${peer.name} makes a new key of ${document}`
      : undefined,
  share: async ({ peer }) => {
    if (!isAdmin(peer)) return undefined
    const due = shares(peer)
    for (const act of due) await peer.keeper.say(act)
    return due.length > 0 ? `${peer.name} hands out keys` : undefined
  },
  rogue: async ({ world, rogue, other, document, operation }) => {
    if (!rogue?.isRunning || other === rogue || rogue.wasPutBack) return undefined
    const done = await misbehave({ world, rogue, victim: other, document, how: operation.how })
    return `${rogue.name}: ${done} (${document}, ${other.name})`
  },
}

/** Does one step, in whatever state the town is. */
export const perform = async (town: Town, operation: Operation): Promise<void> => {
  const { world } = town
  const [peer, other] = [pick(world.peers, operation.who), pick(world.peers, operation.whom)]
  const document = pick(documents, operation.what)
  if (!peer || !other || document === undefined) return
  await world.begin(async () => acts[operation.name]({ ...town, operation, peer, other, document }))
  await world.time.pass(operation.wait + world.takeWait())
}
