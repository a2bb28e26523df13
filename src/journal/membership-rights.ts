import { workspaceDocument } from '../domain/kernel/record.ts'
import { timeOf, type Stamp } from '../domain/kernel/stamp.ts'
import { equalBytes, toHex, type Bytes } from './bytes.ts'
import { membershipDocument } from './header.ts'
import { isEntitled } from './membership-authority.ts'
import { cutFrom, type Cut } from './membership-cuts.ts'
import { listed } from './membership-history.ts'
import { holdsAt, isMember, peopleBehind, personOf, roleOf, wordsOn } from './membership-view.ts'
import type { Membership } from './membership.ts'
import { reaches, type Role } from './role.ts'

/** Where an entry stands, and its own stamp (hybrid logical clock). */
export type WritePlace = Readonly<{ document: string; device: Bytes; seq: number; hash: Bytes; stamp: Stamp }>

/**
 * `beyond the cut` is final until somebody gives the right back. `no grant` and `unknown device` may be cured by a membership entry that is
 * still to come.
 */
export type MayWrite = 'yes' | 'beyond the cut' | 'no grant' | 'unknown device'

/** A person's role in a document now. `now`: milliseconds UTC. Who is no member has none anywhere. */
export const roleIn = ({ view }: Membership, person: string, document: string, now: number): Role =>
  isMember(view, person, now) ? roleOf(view, person, document, now) : 'none'

/** Whether a device may be given a document. `now`: milliseconds UTC. The membership log is for every device that was not removed. */
export const mayRead = ({ view, devices }: Membership, device: Bytes, document: string, now: number): boolean =>
  document === membershipDocument
    ? devices.get(toHex(device))?.isRemoved === false
    : isEntitled(view, toHex(device), document, now)

/** How far a device's entries count in a document; undefined where it may go on, or nobody has cut it. */
export const cutOf = ({ view }: Membership, document: string, device: Bytes): Cut | undefined => {
  const key = toHex(device)
  const person = personOf(view, key)
  return person !== undefined && writes(view, person, document, 0)
    ? undefined
    : cutFrom(view, key, peopleBehind(view, key), document)
}

const writes = (view: Membership['view'], person: string, document: string, at: number): boolean =>
  isMember(view, person, at) && reaches(roleOf(view, person, document, at), 'writer')

/** Whether anybody ever gave a person this role with an end that had not come yet. */
const hadRole = (view: Membership['view'], person: string, document: string, least: Role, at: number): boolean =>
  wordsOn(view, person, document).some(({ role, end }) => reaches(role, least) && holdsAt(end, at))

const isWithin = ({ seq, hash }: Cut, place: WritePlace): boolean =>
  place.seq < seq || (place.seq === seq && equalBytes(place.hash, hash))

/**
 * Does this entry count in its document, by what is known now? Its signature and chain were checked before. A right that ended with a date
 * counts by the entry's stamp; one that was taken away up to the cut; one that was taken away by somebody who did not know the
 * document, and so could not cut, without limit until somebody does. Of the membership log the fold decides what counts.
 */
export const mayWrite = (membership: Membership, place: WritePlace): MayWrite => {
  const { view } = membership
  const { document } = place
  const device = toHex(place.device)
  if (listed(view.history.welcomes.ofDevice, device).length === 0) return 'unknown device'
  if (document === membershipDocument) return 'yes'
  const at = timeOf(place.stamp)
  const hadRight = peopleBehind(view, device).some(
    person => hadRole(view, person, workspaceDocument, 'reader', at) && hadRole(view, person, document, 'writer', at),
  )
  if (!hadRight) return 'no grant'
  const person = personOf(view, device)
  if (person !== undefined && writes(view, person, document, 0))
    return writes(view, person, document, at) ? 'yes' : 'no grant'
  const cut = cutOf(membership, document, place.device)
  return !cut || isWithin(cut, place) ? 'yes' : 'beyond the cut'
}

/**
 * Whether what lies behind this frontier is here: the header of an entry names it. False may also mean that nobody whose entries are here ever
 * stood behind this very frontier. Then more of the log may be to come, and a refusal by it is not final yet.
 */
export const knowsFrontier = ({ view, frontier }: Membership, named: Bytes): boolean => {
  const hash = toHex(named)
  const { acts, byHash } = view.history
  return byHash.has(hash) || equalBytes(named, frontier) || acts.some(({ entry }) => entry.behind === hash)
}

/** The people who are admins of a document now and have a device to be it with. `now`: milliseconds UTC. */
export const adminsOf = (membership: Membership, document: string, now: number): readonly string[] =>
  [...membership.people.values()]
    .filter(({ id, devices }) => devices.length > 0 && roleIn(membership, id, document, now) === 'admin')
    .map(({ id }) => id)
