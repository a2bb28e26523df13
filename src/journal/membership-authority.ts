import { ownerOfDocument, workspaceDocument } from '../domain/kernel/record.ts'
import { toHex, type Bytes } from './bytes.ts'
import { firstEpoch, type EpochKeys } from './epoch-keys.ts'
import { hasKey } from './key-holders.ts'
import type { ActName } from './membership-act.ts'
import type { LogAct } from './membership-entry.ts'
import { listed } from './membership-history.ts'
import {
  counted,
  isDeviceKnown,
  isMember,
  isPersonKnown,
  outranks,
  personOf,
  roleOf,
  type View,
  type Writer,
} from './membership-view.ts'
import type { MembershipRefusal, SealRefusal } from './refusal.ts'
import { reaches, type Role } from './role.ts'

export type AuthorityRefusal = MembershipRefusal | SealRefusal

/** Who says an act and when; `stamp` is a hybrid logical clock. */
export type Speaker = Readonly<{ device: string; writer: Writer; at: number }>

type Why = AuthorityRefusal | undefined
type Said<Name extends ActName> = Extract<LogAct, { readonly act: Name }>
type Judge<Name extends ActName> = (view: View, speaker: Speaker, act: Said<Name>) => Why

const mayNot = ({ writer }: Speaker): AuthorityRefusal => ({ because: 'person may not do this', person: writer.person })

const hasRole = (view: View, { writer, at }: Speaker, document: string, least: Role): boolean =>
  reaches(roleOf(view, writer.person, document, at), least)

const isAdmin = (view: View, speaker: Speaker, document: string): boolean => hasRole(view, speaker, document, 'admin')

/** Whether a device is a member's whose person may read the document. `at`: milliseconds UTC. */
export const isEntitled = (view: View, device: string, document: string, at: number): boolean => {
  const person = personOf(view, device)
  return person !== undefined && isMember(view, person, at) && reaches(roleOf(view, person, document, at), 'reader')
}

/** The highest epoch of a document that counts; 0 where it is not open. */
export const newestEpoch = (view: View, document: string): number =>
  Math.max(0, ...counted(view, listed(view.history.keys, document)).map(({ act }) => act.act.keys.epoch))

/** Who makes a key must be able to use it, and nobody gets it who may not. */
const wrongWrapping = (
  { wrapped }: EpochKeys,
  { device }: Speaker,
  mayHold: (device: string) => boolean,
): AuthorityRefusal | undefined => {
  const devices = wrapped.map(({ device: id }) => toHex(id))
  return devices.includes(device) && devices.every(mayHold) ? undefined : { because: 'wrapped for the wrong devices' }
}

/** Whoever is a member opens their own document, and nobody else may: else it would be theirs to hand out. */
const mayOpen = (view: View, speaker: Speaker, document: string): boolean => {
  const owner = ownerOfDocument(document)
  return owner === undefined ? hasRole(view, speaker, workspaceDocument, 'writer') : owner === speaker.writer.person
}

const openDocument: Judge<'open document'> = (view, speaker, { keys }) => {
  const { document, epoch } = keys
  if (epoch !== firstEpoch) return { because: 'epoch is another', expected: firstEpoch, got: epoch }
  if (!mayOpen(view, speaker, document)) return mayNot(speaker)
  if (newestEpoch(view, document) > 0) return { because: 'document is open already', document }
  return wrongWrapping(keys, speaker, device => personOf(view, device) === speaker.writer.person)
}

const nextEpoch: Judge<'next epoch'> = (view, speaker, { keys }) => {
  const { document, epoch } = keys
  if (!isAdmin(view, speaker, document)) return mayNot(speaker)
  const expected = newestEpoch(view, document) + 1
  if (epoch !== expected) return { because: 'epoch is another', expected, got: epoch }
  return wrongWrapping(keys, speaker, device => isEntitled(view, device, document, speaker.at))
}

/**
 * A further device of their own everybody may bring in. For somebody else it takes an admin; and for somebody who is here already one
 * who outranks them, or an admin could come to read what that person may read.
 */
const admit: Judge<'admit'> = (view, speaker, { device }) => {
  const known = personOf(view, device.key)
  if (known !== undefined) return { because: 'device is here already', device: device.id }
  if (device.person === speaker.writer.person) return undefined
  const may = isAdmin(view, speaker, workspaceDocument) && outranks(view, speaker.writer, device.person)
  return may ? undefined : mayNot(speaker)
}

const grant: Judge<'grant'> = (view, speaker, { person, document }) => {
  if (!isAdmin(view, speaker, document)) return mayNot(speaker)
  return isPersonKnown(view, person) ? undefined : { because: 'person is unknown', person }
}

const shareKeys: Judge<'share keys'> = (view, speaker, { document, shares }) => {
  for (const { key, epoch, device } of shares) {
    if (!hasKey(view, { document, epoch, key: toHex(key) }, speaker.device))
      return { because: 'key is missing', document, epoch }
    if (!isEntitled(view, toHex(device), document, speaker.at)) return { because: 'wrapped for the wrong devices' }
  }
  return undefined
}

const unknownDevice = (view: View, devices: readonly Bytes[]): AuthorityRefusal | undefined => {
  const device = devices.find(id => !isDeviceKnown(view, toHex(id)))
  return device && { because: 'device is unknown', device }
}

const remove: Judge<'remove'> = (view, speaker, { devices, people }) => {
  const areOwn = devices.every(id => personOf(view, toHex(id)) === speaker.writer.person)
  if (!isAdmin(view, speaker, workspaceDocument) && (people.length > 0 || !areOwn)) return mayNot(speaker)
  const person = people.find(id => !isPersonKnown(view, id))
  return person === undefined ? unknownDevice(view, devices) : { because: 'person is unknown', person }
}

/** Only for a device that nobody knew: what the root has said once does not bring a removed device back. */
const recover = (view: View, { device }: Said<'recover'>): Why =>
  isDeviceKnown(view, device.key) ? { because: 'device is here already', device: device.id } : undefined

/**
 * May this be said? In: the counting acts that its writer knew, who speaks, when (milliseconds UTC), and the act.
 * Out: undefined, or why not. The table of README 1, column "who may".
 */
export const whyNot = (view: View, speaker: Speaker, act: LogAct): AuthorityRefusal | undefined => {
  if (act.act === 'found') return undefined
  if (act.act === 'recover') return recover(view, act)
  if (!isMember(view, speaker.writer.person, speaker.at)) return mayNot(speaker)
  switch (act.act) {
    case 'open document':
      return openDocument(view, speaker, act)
    case 'admit':
      return admit(view, speaker, act)
    case 'grant':
      return grant(view, speaker, act)
    case 'share keys':
      return shareKeys(view, speaker, act)
    case 'remove':
      return remove(view, speaker, act)
    case 'next epoch':
      return nextEpoch(view, speaker, act)
  }
}
