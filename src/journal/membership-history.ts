import { addBits, countBits, hasBit, noBits, setBit, type Bits } from './bits.ts'
import { toHex } from './bytes.ts'
import type { LogAct, LogEntry } from './membership-entry.ts'
import type { ActName } from './membership-act.ts'
import { compareText } from './ordered.ts'

/** An entry in its graph. `past` has a bit for the index of every entry that lies before it, `size` says how many they are. */
export type Act<Name extends ActName = ActName> = Readonly<{
  entry: Omit<LogEntry, 'act'>
  act: Extract<LogAct, { readonly act: Name }>
  index: number
  past: Bits
  size: number
}>

/** Acts that bring in a device. */
export type Welcome = Act<'found' | 'admit' | 'recover'>
/** Acts in which the root itself speaks. */
export type RootAct = Act<'found' | 'recover'>
/** Acts that make a key of a document. */
export type KeyAct = Act<'found' | 'open document' | 'next epoch'>
export type Removal = Act<'remove'>

/** All acts of a log in an order in which causes come first, and by what they are about. Hashes and device ids in hexadecimal. */
export type History = Readonly<{
  acts: readonly Act[]
  byHash: ReadonlyMap<string, Act>
  welcomes: Readonly<{ ofPerson: Lists<Welcome>; ofDevice: Lists<Welcome> }>
  /** Under document and person. */
  grants: Lists<Act<'grant'>>
  openings: Lists<Act<'found' | 'open document'>>
  recoveries: Lists<Act<'recover'>>
  removals: Readonly<{ all: readonly Removal[]; ofPerson: Lists<Removal>; ofDevice: Lists<Removal> }>
  keys: Lists<KeyAct>
  shares: Lists<Act<'share keys'>>
}>

export type Lists<Value> = ReadonlyMap<string, readonly Value[]>

/** What lies under a key; nothing where there is nothing. */
export const listed = <Value>(lists: Lists<Value>, key: string): readonly Value[] => lists.get(key) ?? []

/** Under which key grants of one role are found. Neither ids nor document names have spaces. */
export const grantKey = (person: string, document: string): string => `${document} ${person}`

/** Whether the writer of `later` knew `earlier`. */
export const isBefore = (earlier: Act, later: Act): boolean => hasBit(later.past, earlier.index)

export const isRootAct = (act: Act): act is RootAct => act.act.act === 'found' || act.act.act === 'recover'

/**
 * Whether the writer of `later` knew `earlier`, or another word of the root for the same device: a device can say what the root once said for
 * it as often as it likes, and must gain nothing by it.
 */
export const knows = ({ welcomes }: History, later: Act, earlier: Act): boolean =>
  isBefore(earlier, later) ||
  (isRootAct(earlier) &&
    listed(welcomes.ofDevice, earlier.act.device.key).some(other => isRootAct(other) && isBefore(other, later)))

/** Neither knew the other. */
export const areBeside = (one: Act, other: Act): boolean =>
  one !== other && !isBefore(one, other) && !isBefore(other, one)

const inCausalOrder = (a: LogEntry, b: LogEntry): number => a.depth - b.depth || compareText(a.hash, b.hash)

const pastOf = (parents: readonly Act[], all: number): Bits => {
  const past = noBits(all)
  for (const parent of parents) {
    addBits(past, parent.past)
    setBit(past, parent.index)
  }
  return past
}

const actsOf = (entries: Iterable<LogEntry>): ReadonlyMap<string, Act> => {
  const sorted = [...entries].sort(inCausalOrder)
  const acts = new Map<string, Act>()
  for (const [index, { act, ...entry }] of sorted.entries()) {
    const parents = entry.parents.map(hash => acts.get(hash)).filter(parent => parent !== undefined)
    const past = pastOf(parents, sorted.length)
    acts.set(entry.hash, { entry, act, index, past, size: countBits(past) } as Act)
  }
  return acts
}

/** Values under each of their keys, in their order. */
export const listsOf = <Value>(values: readonly Value[], keysOf: (value: Value) => readonly string[]): Lists<Value> => {
  const lists = new Map<string, Value[]>()
  for (const value of values) {
    for (const key of keysOf(value)) {
      const list = lists.get(key)
      if (list) list.push(value)
      else lists.set(key, [value])
    }
  }
  return lists
}

/** The entries of which an act's writer knew. */
export const knownTo = ({ acts }: History, later: Act): readonly LogEntry[] =>
  acts.filter(act => isBefore(act, later)).map(({ act, entry }) => ({ ...entry, act }))

const ofName = <Name extends ActName>(acts: readonly Act[], ...names: readonly Name[]): readonly Act<Name>[] =>
  acts.filter((act): act is Act<Name> => names.some(name => name === act.act.act))

/** Lays out a log for folding. In: entries whose parents are all among them. */
export const historyOf = (entries: Iterable<LogEntry>): History => {
  const byHash = actsOf(entries)
  const acts = [...byHash.values()]
  const welcomes = ofName(acts, 'found', 'admit', 'recover')
  const removals = ofName(acts, 'remove')
  return {
    acts,
    byHash,
    welcomes: {
      ofPerson: listsOf(welcomes, ({ act }) => [act.device.person]),
      ofDevice: listsOf(welcomes, ({ act }) => [act.device.key]),
    },
    grants: listsOf(ofName(acts, 'grant'), ({ act }) => [grantKey(act.person, act.document)]),
    openings: listsOf(ofName(acts, 'found', 'open document'), ({ act }) => [act.keys.document]),
    recoveries: listsOf(ofName(acts, 'recover'), ({ act }) => [act.device.person]),
    removals: {
      all: removals,
      ofPerson: listsOf(removals, ({ act }) => act.people),
      ofDevice: listsOf(removals, ({ act }) => act.devices.map(toHex)),
    },
    keys: listsOf(ofName(acts, 'found', 'open document', 'next epoch'), ({ act }) => [act.keys.document]),
    shares: listsOf(ofName(acts, 'share keys'), ({ act }) => [act.document]),
  }
}
