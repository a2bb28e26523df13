import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, type Bytes } from './bytes.ts'
import type { EntryHeader, EntryRef } from './header.ts'
import type { ChainRefusal } from './refusal.ts'

/** One chain: the entries of one device in one document of one workspace. */
export type ChainPlace = Readonly<{ workspace: Bytes; document: string; device: Bytes }>

/**
 * What is known of a chain. `head` is its newest entry here, undefined before the first. `hashAt` tells the hash of an older entry,
 * undefined where a checkpoint has replaced it.
 */
export type KnownChain = Readonly<{
  place: ChainPlace
  head: EntryRef | undefined
  hashAt: (seq: number) => Bytes | undefined
}>

/**
 * Is this entry the next of its chain? Pure; signature and seal were checked before.
 * Out: the chain's new head. Refuses an entry of another chain, one that is here already, one that comes too early (`gap`: ask for
 * the entries between), and a fork: the device signed two different continuations of one entry. Its proof names both by hash; whoever
 * holds the two entries can show them to everybody.
 */
export const continueChain = (
  { place, head, hashAt }: KnownChain,
  { header, hash }: Readonly<{ header: EntryHeader; hash: Bytes }>,
): Result<EntryRef, ChainRefusal> => {
  const elsewhere = whereElse(place, header)
  if (elsewhere) return refuse({ because: 'entry belongs elsewhere', what: elsewhere })
  const expected = (head?.seq ?? 0) + 1
  if (header.seq > expected) return refuse({ because: 'gap', expected, got: header.seq })
  if (header.seq < expected) return refuse(compareWithKnown(header.seq, hash, hashAt(header.seq)))
  if (head && !equalBytes(head.hash, header.prev)) {
    return refuse({ because: 'fork', seq: head.seq, proof: [head.hash, hash] })
  }
  return ok({ device: header.device, seq: header.seq, hash })
}

const whereElse = (place: ChainPlace, header: EntryHeader): 'workspace' | 'document' | 'device' | undefined => {
  if (!equalBytes(place.workspace, header.workspace)) return 'workspace'
  if (place.document !== header.document) return 'document'
  return equalBytes(place.device, header.device) ? undefined : 'device'
}

const compareWithKnown = (seq: number, hash: Bytes, known: Bytes | undefined): ChainRefusal => {
  if (!known) return { because: 'entry is before the known beginning', seq }
  return equalBytes(known, hash) ? { because: 'entry is already here' } : { because: 'fork', seq, proof: [known, hash] }
}
