import { createDecoder, readVarString, readVarUint, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint, type Encoder } from 'lib0/encoding'
import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { readAdmission, writeAdmission, type Admission } from './admission.ts'
import { compareBytes, equalBytes, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { isPersonId, readCertificate, writeCertificate, type DeviceCertificate } from './certificate.ts'
import { areCuts, readCuts, writeCuts, type DocumentCut } from './cut.ts'
import { areEpochKeys, isSealedDocument, readEpochKeys, writeEpochKeys, type EpochKeys } from './epoch-keys.ts'
import { areShares, readShares, writeShares, type KeyShare } from './key-share.ts'
import { compareText, isAscending } from './ordered.ts'
import { readHash, readList, readWhole } from './read-whole.ts'
import type { MembershipRefusal } from './refusal.ts'
import { reaches, readRole, writeRole, type Role } from './role.ts'

/** What a membership entry says. Each act has its number; numbers are never reused, and a new field is a new number. */
export type MembershipAct =
  | Readonly<{ act: 'found'; rootKey: Bytes; certificate: DeviceCertificate; keys: EpochKeys }>
  | Readonly<{ act: 'open document'; keys: EpochKeys }>
  | Readonly<{ act: 'admit'; certificate: Admission }>
  /** `end`: milliseconds UTC up to which the role holds, 0 for no end. Cuts only where the role takes something away. */
  | Readonly<{
      act: 'grant'
      person: string
      document: string
      role: Role
      end: number
      cuts: readonly DocumentCut[]
    }>
  | Readonly<{ act: 'share keys'; document: string; shares: readonly KeyShare[] }>
  /** Single devices by id, people with all their devices. */
  | Readonly<{ act: 'remove'; devices: readonly Bytes[]; people: readonly string[]; cuts: readonly DocumentCut[] }>
  | Readonly<{ act: 'next epoch'; keys: EpochKeys }>
  | Readonly<{ act: 'recover'; certificate: DeviceCertificate }>

export type ActName = MembershipAct['act']
export type ActOf<Name extends ActName> = Extract<MembershipAct, { readonly act: Name }>

/** The number of an act is its place from 1. */
const names = [
  'found',
  'open document',
  'admit',
  'grant',
  'share keys',
  'remove',
  'next epoch',
  'recover',
] as const satisfies readonly ActName[]

const writeBody = (encoder: Encoder, act: MembershipAct): void => {
  switch (act.act) {
    case 'found':
      writeUint8Array(encoder, act.rootKey)
      writeCertificate(encoder, act.certificate)
      return writeEpochKeys(encoder, act.keys)
    case 'open document':
    case 'next epoch':
      return writeEpochKeys(encoder, act.keys)
    case 'admit':
      return writeAdmission(encoder, act.certificate)
    case 'grant':
      writeVarString(encoder, act.person)
      writeVarString(encoder, act.document)
      writeRole(encoder, act.role)
      writeVarUint(encoder, act.end)
      return writeCuts(encoder, act.cuts)
    case 'share keys':
      writeVarString(encoder, act.document)
      return writeShares(encoder, act.shares)
    case 'remove':
      writeVarUint(encoder, act.devices.length)
      for (const device of act.devices) writeUint8Array(encoder, device)
      writeVarUint(encoder, act.people.length)
      for (const person of act.people) writeVarString(encoder, person)
      return writeCuts(encoder, act.cuts)
    case 'recover':
      return writeCertificate(encoder, act.certificate)
  }
}

/** The payload of a membership entry: the act's number and what it says. */
export const encodeAct = (act: MembershipAct): Bytes => {
  const encoder = createEncoder()
  writeVarUint(encoder, names.indexOf(act.act) + 1)
  writeBody(encoder, act)
  return toUint8Array(encoder)
}

const bodies: Readonly<{ [Name in ActName]: (decoder: Decoder) => ActOf<Name> }> = {
  found: decoder => ({
    act: 'found',
    rootKey: readHash(decoder),
    certificate: readCertificate(decoder),
    keys: readEpochKeys(decoder),
  }),
  'open document': decoder => ({ act: 'open document', keys: readEpochKeys(decoder) }),
  admit: decoder => ({ act: 'admit', certificate: readAdmission(decoder) }),
  grant: decoder => ({
    act: 'grant',
    person: readVarString(decoder),
    document: readVarString(decoder),
    role: readRole(decoder),
    end: readVarUint(decoder),
    cuts: readCuts(decoder),
  }),
  'share keys': decoder => ({ act: 'share keys', document: readVarString(decoder), shares: readShares(decoder) }),
  remove: decoder => ({
    act: 'remove',
    devices: readList(decoder, caps.removed, () => readHash(decoder)),
    people: readList(decoder, caps.removed, () => readVarString(decoder)),
    cuts: readCuts(decoder),
  }),
  'next epoch': decoder => ({ act: 'next epoch', keys: readEpochKeys(decoder) }),
  recover: decoder => ({ act: 'recover', certificate: readCertificate(decoder) }),
}

/** The rules an act keeps beyond its bytes, whoever wrote it and whenever. */
const isAct = (act: MembershipAct): boolean => {
  switch (act.act) {
    case 'found':
    case 'open document':
    case 'next epoch':
      return areEpochKeys(act.keys)
    case 'grant':
      return isPersonId(act.person) && isSealedDocument(act.document) && areCuts(act.cuts) && maySayCuts(act)
    case 'share keys':
      return isSealedDocument(act.document) && areShares(act.shares)
    case 'remove':
      return (
        act.devices.length + act.people.length > 0 &&
        isAscending(act.devices, compareBytes) &&
        act.people.every(isPersonId) &&
        isAscending(act.people, compareText) &&
        areCuts(act.cuts)
      )
    case 'admit':
    case 'recover':
      return true
  }
}

/** A role that lets someone write takes nothing away; only the end of a membership reaches into other documents. */
const maySayCuts = ({ document, role, cuts }: ActOf<'grant'>): boolean => {
  const endsMembership = document === workspaceDocument && role === 'none'
  return cuts.every(cut => !reaches(role, 'writer') && (endsMembership || cut.document === document))
}

const numberOf = (payload: Bytes): number => {
  try {
    return readVarUint(createDecoder(payload))
  } catch {
    return 0
  }
}

/**
 * Reads a membership entry's payload. Never throws; an act of a newer app is refused by its number, everything that is not the one byte
 * form of its content as malformed.
 */
export const decodeAct = (payload: Bytes): Result<MembershipAct, MembershipRefusal> => {
  const number = numberOf(payload)
  if (number > names.length) return refuse({ because: 'membership has a newer act', act: number })
  const name = names[number - 1]
  const act = name && readWhole(payload, decoder => bodies[name]((readVarUint(decoder), decoder)))
  return act && isAct(act) && equalBytes(encodeAct(act), payload)
    ? ok(act)
    : refuse({ because: 'membership is malformed' })
}
