import { readVarString, readVarUint, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint, type Encoder } from 'lib0/encoding'
import { compareBytes, hashLength, isNoHash, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { isAscending } from './ordered.ts'
import { readBytes, readHash, readList } from './read-whole.ts'

/** The only format and algorithm set of today. Alg 1: Ed25519, AES-256-GCM, SHA-256, X25519 with HKDF-SHA-256. */
export const currentFormat = 1
export const currentAlg = 1
export const nonceLength = 12

/** The membership log lies beside the documents and is chained like one. */
export const membershipDocument = 'membership#1'

const kinds = ['change', 'membership', 'checkpoint'] as const
export type EntryKind = (typeof kinds)[number]

/** One entry of one device, named by place and content. `device` is the SHA-256 of its raw Ed25519 public key. */
export type EntryRef = Readonly<{ device: Bytes; seq: number; hash: Bytes }>

/** Which part of which large command (or checkpoint) an entry carries. Parts count from 1. */
export type CommandPart = Readonly<{ id: string; part: number; parts: number }>

/** What a writer says about an entry; format, algorithm and nonce are added when it is sealed. */
export type EntryDraft = Readonly<{
  kind: EntryKind
  /** SHA-256 of the workspace's root public key. */
  workspace: Bytes
  /** A document with its edition, such as `workspace#1` or `team:ab12#1`. */
  document: string
  /** SHA-256 of the device's raw Ed25519 public key: one length whatever the algorithm. */
  device: Bytes
  /** Counts from 1, per device and document. */
  seq: number
  /** Hash of this device's previous entry in this document; zeros before the first. */
  prev: Bytes
  /** Entries of other devices newly seen since the previous entry, ordered by device. */
  deps: readonly EntryRef[]
  /** Hybrid logical clock (domain/kernel/stamp.ts). */
  stamp: number
  /** Frontier of the membership log as the writer knew it (see `frontierOf`); zeros in the entry that founds the workspace. */
  membership: Bytes
  /** Key epoch of the document. Zero in membership entries only: they are signed, not sealed, for who holds no key yet must read them. */
  keyEpoch: number
  /** Yjs client ids this entry writes with, ascending. */
  clients: readonly number[]
  command: CommandPart | null
}>

export type EntryHeader = EntryDraft & Readonly<{ format: typeof currentFormat; alg: typeof currentAlg; nonce: Bytes }>

const writeCommand = (encoder: Encoder, command: CommandPart | null): void => {
  writeVarUint(encoder, command ? command.parts : 0)
  if (!command) return
  writeVarUint(encoder, command.part)
  writeVarString(encoder, command.id)
}

/** The header's one byte form, in the order of DESIGN 4. Whole numbers are lib0 varints, ids and hashes stand without a length. */
export const encodeHeader = (header: EntryHeader): Bytes => {
  const encoder = createEncoder()
  writeVarUint(encoder, header.format)
  writeVarUint(encoder, header.alg)
  writeVarUint(encoder, kinds.indexOf(header.kind))
  writeUint8Array(encoder, header.workspace)
  writeVarString(encoder, header.document)
  writeUint8Array(encoder, header.device)
  writeVarUint(encoder, header.seq)
  writeUint8Array(encoder, header.prev)
  writeVarUint(encoder, header.deps.length)
  for (const dep of header.deps) writeEntryRef(encoder, dep)
  writeVarUint(encoder, header.stamp)
  writeUint8Array(encoder, header.membership)
  writeVarUint(encoder, header.keyEpoch)
  writeVarUint(encoder, header.clients.length)
  for (const client of header.clients) writeVarUint(encoder, client)
  writeCommand(encoder, header.command)
  writeUint8Array(encoder, header.nonce)
  return toUint8Array(encoder)
}

/** Writes which entry is meant: device, seq, SHA-256 of its bytes. */
export const writeEntryRef = (encoder: Encoder, { device, seq, hash }: EntryRef): void => {
  writeUint8Array(encoder, device)
  writeVarUint(encoder, seq)
  writeUint8Array(encoder, hash)
}

/** Reads what `writeEntryRef` wrote. Throws where bytes are missing; whoever reads a whole entry turns that into a refusal. */
export const readEntryRef = (decoder: Decoder): EntryRef => ({
  device: readHash(decoder),
  seq: readVarUint(decoder),
  hash: readHash(decoder),
})

const readKind = (decoder: Decoder): EntryKind => {
  const kind = kinds[readVarUint(decoder)]
  if (kind === undefined) throw new RangeError('unknown kind')
  return kind
}

const readCommand = (decoder: Decoder): CommandPart | null => {
  const parts = readVarUint(decoder)
  if (parts === 0) return null
  const part = readVarUint(decoder)
  return { id: readVarString(decoder), part, parts }
}

/** Reads a header of today's format. Throws on broken bytes; only for use inside `readWhole`. */
export const readHeader = (decoder: Decoder): EntryHeader => {
  readVarUint(decoder)
  readVarUint(decoder)
  return {
    format: currentFormat,
    alg: currentAlg,
    kind: readKind(decoder),
    workspace: readHash(decoder),
    document: readVarString(decoder),
    device: readHash(decoder),
    seq: readVarUint(decoder),
    prev: readHash(decoder),
    deps: readList(decoder, caps.deps, () => readEntryRef(decoder)),
    stamp: readVarUint(decoder),
    membership: readHash(decoder),
    keyEpoch: readVarUint(decoder),
    clients: readList(decoder, caps.clients, () => readVarUint(decoder)),
    command: readCommand(decoder),
    nonce: readBytes(decoder, nonceLength),
  }
}

const documentPattern = /^[a-z][a-z0-9-]*(?::[A-Za-z0-9_-]+)?#[1-9][0-9]*$/
const commandPattern = /^[\x21-\x7e]+$/

/** A document name with its edition, safe as part of a database, lock or folder name. */
export const isDocumentName = (name: string): boolean => name.length <= caps.documentName && documentPattern.test(name)

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1

const areDeps = (deps: readonly EntryRef[], own: Bytes): boolean =>
  deps.length <= caps.deps &&
  isAscending(deps, (a, b) => compareBytes(a.device, b.device)) &&
  deps.every(
    ({ device, seq, hash }) => isHash(device) && isCount(seq) && isHash(hash) && compareBytes(device, own) !== 0,
  )

const areClients = (clients: readonly number[]): boolean =>
  clients.length <= caps.clients &&
  isAscending(clients, (a, b) => a - b) &&
  clients.every(client => Number.isInteger(client) && client >= 0 && client <= 0xffffffff)

const isCommand = ({ id, part, parts }: CommandPart): boolean =>
  isCount(part) &&
  isCount(parts) &&
  part <= parts &&
  parts <= caps.commandParts &&
  id.length <= caps.commandId &&
  commandPattern.test(id)

const isHash = (hash: Bytes): boolean => hash.length === hashLength

/**
 * The rules a header keeps beyond its bytes: lengths, caps, lists in order without repeats, first entries without predecessor,
 * membership entries (and only they) unsealed and in the membership log, and client ids in changes only.
 */
export const isHeader = (header: EntryHeader): boolean =>
  [header.workspace, header.device, header.prev, header.membership].every(isHash) &&
  header.nonce.length === nonceLength &&
  isDocumentName(header.document) &&
  isCount(header.seq) &&
  (header.seq === 1) === isNoHash(header.prev) &&
  Number.isSafeInteger(header.stamp) &&
  header.stamp >= 0 &&
  areDeps(header.deps, header.device) &&
  (header.kind === 'membership') === (header.document === membershipDocument) &&
  (header.kind === 'membership' ? header.keyEpoch === 0 : isCount(header.keyEpoch)) &&
  areClients(header.clients) &&
  (header.kind === 'change' || header.clients.length === 0) &&
  (header.command === null || isCommand(header.command))
