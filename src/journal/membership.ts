import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { workspaceDocument } from '../domain/kernel/record.ts'
import type { Bytes } from './bytes.ts'
import { frontierOf } from './frontier.ts'
import type { EntryRef } from './header.ts'
import type { Heads } from './heads.ts'
import type { DevicePublic } from './keys.ts'
import type { LogRefusal } from './membership-entry.ts'
import { foldHistory } from './membership-fold.ts'
import { historyOf, listed, listsOf, type History } from './membership-history.ts'
import { emptyLog, extendLog, type MembershipLog } from './membership-log.ts'
import { counted, personOf, wordOn, wordsOn, type View } from './membership-view.ts'
import type { Role } from './role.ts'

/** A device that was ever admitted, removed or not: what it wrote is still its person's. Nobody's `isRemoved` device may read or write. */
export type MemberDevice = DevicePublic & Readonly<{ person: string; isRemoved: boolean }>

/**
 * A person who was ever admitted. `role` is theirs in the document every member reads; `end`: milliseconds UTC, 0 for none. `isRemoved`:
 * had a role and has none; who was admitted and not yet granted anything has none either. Devices by id in hexadecimal, without removed ones.
 */
export type MemberPerson = Readonly<{
  id: string
  role: Role
  end: number
  isRemoved: boolean
  devices: readonly string[]
}>

/** Who belongs to a workspace, folded from its membership log. Devices are keyed by their id in hexadecimal. */
export type Membership = Readonly<{
  workspace: Bytes
  /** What goes into the header of every entry written now. */
  frontier: Bytes
  /** The entries that no other entry names. */
  tips: readonly EntryRef[]
  heads: Heads
  people: ReadonlyMap<string, MemberPerson>
  devices: ReadonlyMap<string, MemberDevice>
  /** To check entries of every device the log has ever heard of. */
  verifyKeys: ReadonlyMap<string, CryptoKey>
  /** What all answers are read from: everything that counts. */
  view: View
}>

const personIn = (view: View, id: string, devices: readonly string[]): MemberPerson => {
  const word = wordOn(view, id, workspaceDocument)
  const { role, end } = word ?? { role: 'none', end: 0 }
  const isRemoved = role === 'none' && wordsOn(view, id, workspaceDocument).length > 0
  return { id, role, end, isRemoved, devices }
}

const peopleOf = (view: View): ReadonlyMap<string, MemberPerson> => {
  const { ofPerson, ofDevice } = view.history.welcomes
  const devices = listsOf([...ofDevice.keys()], device => {
    const person = personOf(view, device)
    return person === undefined ? [] : [person]
  })
  const known = [...ofPerson].filter(([, welcomes]) => counted(view, welcomes).length > 0)
  return new Map(known.map(([id]) => [id, personIn(view, id, listed(devices, id))]))
}

const devicesOf = (view: View, people: Membership['people']): ReadonlyMap<string, MemberDevice> => {
  const devices = new Map<string, MemberDevice>()
  for (const { act } of counted(view, [...view.history.welcomes.ofDevice.values()].flat())) {
    const { key, id, signingPublic, sealingPublic, person } = act.act.device
    const holder = people.get(person)
    const isHere = holder?.devices.includes(key) === true
    // Where two were named for one device, the one whose it is; of a device that is nobody's any more, the first.
    if (isHere || !devices.has(key))
      devices.set(key, { id, signingPublic, sealingPublic, person, isRemoved: !isHere || holder.isRemoved })
  }
  return devices
}

const headsOf = ({ acts }: History): Heads => {
  const heads = new Map<string, EntryRef>()
  for (const { entry } of acts) {
    const head = heads.get(entry.device)
    if (!head || head.seq < entry.ref.seq) heads.set(entry.device, entry.ref)
  }
  return heads
}

const tipsOf = ({ acts }: History): readonly EntryRef[] => {
  const named = new Set(acts.flatMap(({ entry }) => entry.parents))
  return acts.filter(({ entry }) => !named.has(entry.hash)).map(({ entry }) => entry.ref)
}

/** Folds a log that somebody has founded: pure, and the same for the same entries. */
export const foldFounded = ({ workspace, entries, verifyKeys }: MembershipLog): Membership => {
  const history = historyOf(entries.values())
  const view = foldHistory(history)
  const tips = tipsOf(history)
  const people = peopleOf(view)
  return {
    workspace,
    frontier: frontierOf(tips.map(({ hash }) => hash)),
    tips,
    heads: headsOf(history),
    people,
    devices: devicesOf(view, people),
    verifyKeys,
    view,
  }
}

/** Folds a log. Refuses one in which nobody has founded the workspace. */
export const foldLog = (log: MembershipLog): Result<Membership, LogRefusal> =>
  log.entries.size === 0 ? refuse({ because: 'membership is not founded' }) : ok(foldFounded(log))

/**
 * Reads and folds a membership log. In: the workspace's id and the log's entries as bytes, in any order. Out: who belongs to it. Entries
 * that are not whole are left out, those that wait for others as well; refuses a log that has no founding, with the reason why its first
 * entry is none.
 */
export const foldMembership = async (
  workspace: Bytes,
  entries: readonly Uint8Array[],
): Promise<Result<Membership, LogRefusal>> => {
  const { log, refused } = await extendLog(emptyLog(workspace), entries)
  const [first] = refused
  return log.entries.size === 0 && first ? refuse(first.refusal) : foldLog(log)
}
