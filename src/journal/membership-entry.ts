import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { checkAdmission } from './admission.ts'
import { equalBytes, ownBytes, sha256, toHex, type Bytes } from './bytes.ts'
import { checkCertificate } from './certificate.ts'
import { decodeEntry, type EntryParts } from './entry.ts'
import { firstEpoch } from './epoch-keys.ts'
import type { EntryRef } from './header.ts'
import { importVerifyKey, type DevicePublic } from './keys.ts'
import { workspaceDocument } from '../domain/kernel/record.ts'
import { decodeAct, type ActName, type ActOf } from './membership-act.ts'
import type { ChainRefusal, EntryRefusal, MembershipRefusal, SealRefusal } from './refusal.ts'
import { verifySignature, type SealedEntry } from './seal.ts'

export type LogRefusal = EntryRefusal | SealRefusal | ChainRefusal | MembershipRefusal

/** A device that an act brings in. `key` is its id in hexadecimal. */
export type AdmittedDevice = DevicePublic & Readonly<{ key: string; person: string }>

type Welcoming = 'found' | 'admit' | 'recover'
/** An act as it is folded: where it brings in a device, the certificate was checked. */
export type LogAct = (ActOf<Welcoming> & Readonly<{ device: AdmittedDevice }>) | ActOf<Exclude<ActName, Welcoming>>

/** An entry of the membership log that stands in the graph: form, chain, signature and certificate are right. Hashes and ids in hexadecimal. */
export type LogEntry = Readonly<{
  hash: string
  ref: EntryRef
  device: string
  /** Hybrid logical clock. */
  stamp: number
  /** What it goes on from: the device's previous entry and the entries of others it names. */
  parents: readonly string[]
  /** The frontier it names. */
  behind: string
  /** Length of the longest way from the founding. */
  depth: number
  act: LogAct
}>

/** An entry of the right form, nothing else looked at. */
export type Candidate = SealedEntry &
  Readonly<{ key: string; parts: EntryParts; parents: readonly EntryRef[]; act: ActOf<ActName> }>

/** What is known where a candidate is to stand. Keys by id in hexadecimal: devices', and the root's under the workspace's. */
export type Surroundings = Readonly<{
  workspace: Bytes
  keys: ReadonlyMap<string, CryptoKey>
  frontier: Bytes
  depth: number
}>

/** The entry, and the keys that others are to be checked with from now on. */
export type CheckedEntry = Readonly<{ entry: LogEntry; keys: readonly (readonly [id: string, key: CryptoKey])[] }>

const parentsOf = ({ header }: EntryParts): readonly EntryRef[] => {
  const { device, seq, prev, deps } = header
  return seq === 1 ? deps : [{ device, seq: seq - 1, hash: prev }, ...deps]
}

/** Takes an entry apart. In: the workspace's id and bytes from anywhere. Refuses whatever can be refused without the rest of the log. */
export const readCandidate = async (workspace: Bytes, bytes: Uint8Array): Promise<Result<Candidate, LogRefusal>> => {
  const decoded = decodeEntry(bytes)
  if (!decoded.ok) return decoded
  const { header, ciphertext } = decoded.value
  if (header.kind !== 'membership') return refuse({ because: 'membership is malformed' })
  if (!equalBytes(header.workspace, workspace)) return refuse({ because: 'entry belongs elsewhere', what: 'workspace' })
  const act = decodeAct(ciphertext)
  if (!act.ok) return act
  const parents = parentsOf(decoded.value)
  const founds = act.value.act === 'found'
  if (founds && parents.length > 0) return refuse({ because: 'membership is founded already' })
  if (!founds && parents.length === 0) return refuse({ because: 'membership is not founded' })
  const hash = await sha256(bytes)
  return ok({ bytes: ownBytes(bytes), hash, key: toHex(hash), header, parts: decoded.value, parents, act: act.value })
}

type Key = Readonly<{ id: string; key: CryptoKey }>

const knownKey = ({ keys }: Surroundings, id: Bytes): Result<Key, LogRefusal> => {
  const key = keys.get(toHex(id))
  return key ? ok({ id: toHex(id), key }) : refuse({ because: 'device is unknown', device: id })
}

/** Whose word a certificate has to be: the root's, or the writing device's. */
const issuerOf = async ({ act, header }: Candidate, around: Surroundings): Promise<Result<Key, LogRefusal>> => {
  if (act.act !== 'found') return knownKey(around, act.act === 'recover' ? around.workspace : header.device)
  if (!equalBytes(await sha256(act.rootKey), around.workspace))
    return refuse({ because: 'root key does not match the workspace' })
  const root = await importVerifyKey(act.rootKey)
  return root.ok ? ok({ id: toHex(around.workspace), key: root.value }) : refuse({ because: 'certificate is wrong' })
}

type Certified = Readonly<{ act: LogAct; keys: readonly Key[] }>

const welcomed = async (
  candidate: Candidate,
  act: ActOf<Welcoming>,
  around: Surroundings,
): Promise<Result<Certified, LogRefusal>> => {
  const issuer = await issuerOf(candidate, around)
  if (!issuer.ok) return issuer
  const device =
    act.act === 'admit'
      ? await checkAdmission(act.certificate, issuer.value.key, around.workspace)
      : await checkCertificate(act.certificate, issuer.value.key, around.workspace)
  const key = await importVerifyKey(act.certificate.signingPublic)
  if (!device || !key.ok) return refuse({ because: 'certificate is wrong' })
  // An admission is the writing device's word; who founds or recovers speaks for itself.
  const speaker = act.act === 'admit' ? act.certificate.issuer : device.id
  if (!equalBytes(speaker, candidate.header.device)) return refuse({ because: 'certificate is wrong' })
  const id = toHex(device.id)
  return ok({ act: { ...act, device: { ...device, key: id } }, keys: [issuer.value, { id, key: key.value }] })
}

const certified = async (candidate: Candidate, around: Surroundings): Promise<Result<Certified, LogRefusal>> => {
  const { act } = candidate
  switch (act.act) {
    case 'found':
    case 'admit':
    case 'recover':
      return welcomed(candidate, act, around)
    default:
      return ok({ act, keys: [] })
  }
}

/** The first key is that of the document every member reads, and for the founder's device alone. */
const foundsWrongly = ({ act, header }: Candidate): MembershipRefusal | undefined => {
  if (act.act !== 'found') return undefined
  const { document, epoch, wrapped } = act.keys
  if (document !== workspaceDocument || epoch !== firstEpoch) return { because: 'membership is malformed' }
  const isForFounder = wrapped.length === 1 && wrapped.every(({ device }) => equalBytes(device, header.device))
  return isForFounder ? undefined : { because: 'wrapped for the wrong devices' }
}

/**
 * Is this entry whole, seen from the place where it is to stand? In: its surroundings; all its parents are there.
 * Refuses a wrong certificate, signature or frontier. `device is unknown` may be cured by a later entry, the rest is final.
 */
export const checkCandidate = async (
  candidate: Candidate,
  around: Surroundings,
): Promise<Result<CheckedEntry, LogRefusal>> => {
  const { header, parts } = candidate
  const device = toHex(header.device)
  const welcome = await certified(candidate, around)
  if (!welcome.ok) return welcome
  const { act, keys } = welcome.value
  const own = keys.find(({ id }) => id === device)
  const writer = own ? ok(own) : knownKey(around, header.device)
  if (!writer.ok) return writer
  if (!(await verifySignature(parts, writer.value.key))) return refuse({ because: 'signature is wrong' })
  if (!equalBytes(header.membership, around.frontier)) return refuse({ because: 'membership head is another' })
  const wrong = foundsWrongly(candidate)
  if (wrong) return refuse(wrong)
  return ok({
    entry: {
      hash: candidate.key,
      ref: { device: header.device, seq: header.seq, hash: candidate.hash },
      device,
      stamp: header.stamp,
      parents: candidate.parents.map(({ hash }) => toHex(hash)),
      behind: toHex(header.membership),
      depth: around.depth,
      act,
    },
    keys: keys.map(({ id, key }) => [id, key]),
  })
}
