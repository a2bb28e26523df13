import { readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { compareBytes, equalBytes, joinBytes, ownBytes, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { readEntryRef, writeEntryRef, type EntryRef } from './header.ts'
import { readHash, readList, readWhole } from './read-whole.ts'
import type { SeriesRefusal } from './refusal.ts'

const currentCheckpoint = 1

/** The last covered entry of one device, and the Yjs client ids it wrote with: they stay bound to it when its entries are gone. */
export type CoveredHead = EntryRef & Readonly<{ clients: readonly number[] }>

/**
 * A document folded up to some heads, in place of the entries up to there. `digest` is the SHA-256 of its canonical projection:
 * whoever folds the same entries compares it, which state vectors cannot do (two contents may share one). `state` is one Yjs update
 * (V1) of the whole document.
 */
export type Checkpoint = Readonly<{ heads: readonly CoveredHead[]; digest: Bytes; state: Bytes }>

/** One entry's share of a checkpoint, with the numbers of its header's `command`. */
export type CheckpointPart = Readonly<{ part: number; parts: number; bytes: Uint8Array }>

const encode = ({ heads, digest, state }: Checkpoint): Bytes => {
  const encoder = createEncoder()
  writeVarUint(encoder, currentCheckpoint)
  writeVarUint(encoder, heads.length)
  for (const head of heads) {
    writeEntryRef(encoder, head)
    writeVarUint(encoder, head.clients.length)
    for (const client of head.clients) writeVarUint(encoder, client)
  }
  writeUint8Array(encoder, digest)
  writeVarUint8Array(encoder, state)
  return toUint8Array(encoder)
}

const read = (decoder: Decoder): Checkpoint => {
  readVarUint(decoder)
  return {
    heads: readList(decoder, caps.checkpointHeads, () => ({
      ...readEntryRef(decoder),
      clients: readList(decoder, caps.checkpointClients, () => readVarUint(decoder)),
    })),
    digest: readHash(decoder),
    state: ownBytes(readVarUint8Array(decoder)),
  }
}

/**
 * Cuts a checkpoint into the payloads of its entries, each at most 64 KiB. The order of `heads` does not matter. Each payload goes into
 * a `checkpoint` entry whose `command` has one id for all, `part` from 1 and `parts`. Refuses one over 16 MiB.
 */
export const cutCheckpoint = ({ heads, digest, state }: Checkpoint): Result<readonly Bytes[], SeriesRefusal> => {
  const bytes = encode({ heads: heads.toSorted((a, b) => compareBytes(a.device, b.device)), digest, state })
  if (bytes.length > caps.checkpointBytes) {
    return refuse({ because: 'checkpoint is too large', bytes: bytes.length, cap: caps.checkpointBytes })
  }
  const parts = Math.ceil(bytes.length / caps.updateBytes)
  return ok(
    Array.from({ length: parts }, (_, part) => bytes.slice(part * caps.updateBytes, (part + 1) * caps.updateBytes)),
  )
}

/** The parts in order, or the numbers that are still missing. Undefined when they are not parts of one whole. */
const inOrder = (parts: readonly CheckpointPart[]): Result<readonly Uint8Array[], SeriesRefusal> => {
  const count = parts[0]?.parts ?? 1
  const limit = caps.checkpointBytes / caps.updateBytes
  const byPart = new Map(parts.map(({ part, bytes }) => [part, bytes]))
  const isOneWhole = parts.every(({ part, parts: of }) => of === count && part >= 1 && part <= count)
  if (!isOneWhole || count > limit || byPart.size !== parts.length)
    return refuse({ because: 'checkpoint is malformed' })
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const missing = numbers.filter(part => !byPart.has(part))
  if (missing.length > 0) return refuse({ because: 'checkpoint is incomplete', missing })
  return ok(parts.toSorted((a, b) => a.part - b.part).map(({ bytes }) => bytes))
}

/**
 * Joins a checkpoint from the opened payloads of one series, in any order. Refuses missing parts by their numbers, parts of different
 * wholes, a newer format, and whatever is not the one byte form of its content. Never throws.
 */
export const joinCheckpoint = (parts: readonly CheckpointPart[]): Result<Checkpoint, SeriesRefusal> => {
  const ordered = inOrder(parts)
  if (!ordered.ok) return ordered
  const bytes = joinBytes(...ordered.value)
  const format = readWhole(bytes.slice(0, 1), readVarUint) ?? 0
  if (format > currentCheckpoint) return refuse({ because: 'checkpoint has a newer format', format })
  const checkpoint = readWhole(bytes, read)
  const isCanonical = checkpoint && areHeads(checkpoint.heads) && equalBytes(encode(checkpoint), bytes)
  return isCanonical ? ok(checkpoint) : refuse({ because: 'checkpoint is malformed' })
}

const areHeads = (heads: readonly CoveredHead[]): boolean =>
  heads.every(({ device, seq }, index) => {
    const before = heads[index - 1]
    return Number.isSafeInteger(seq) && seq >= 1 && (!before || compareBytes(before.device, device) < 0)
  })
