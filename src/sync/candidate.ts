import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { ownBytes, type Bytes } from '../journal/bytes.ts'
import { decodeEntry, type EntryParts } from '../journal/entry.ts'
import type { EntryRefusal, SealRefusal } from '../journal/refusal.ts'
import { deviceOf, type EntryCrypto } from './entry-crypto.ts'
import type { DeviceId } from '../workspace/journal-port.ts'

/** An entry from another device, looked at by itself: well formed, and as far as its writer is known, signed by it. */
export type Candidate = Readonly<{
  bytes: Bytes
  hash: Bytes
  parts: EntryParts
  /** Who wrote it. */
  device: DeviceId
  /** Who brought it. */
  from: DeviceId
  /** The plaintext, or why there is none; undefined as long as its writer is not known here. */
  opened: Result<Bytes, SealRefusal> | undefined
}>

/** Why bytes are not even looked at as somebody's entry. */
export type Unbelieved = EntryRefusal | Extract<SealRefusal, { because: 'signature is wrong' }>

/** The first checks, which need nothing but keys: form, device, signature, seal. They can run side by side. */
export const inspectEntry = async (
  bytes: Uint8Array,
  from: DeviceId,
  crypto: EntryCrypto,
): Promise<Result<Candidate, Unbelieved>> => {
  const own = ownBytes(bytes)
  const decoded = decodeEntry(own)
  if (!decoded.ok) return decoded
  const parts = decoded.value
  const isGenuine = await crypto.isGenuine(parts)
  if (isGenuine === false) return refuse({ because: 'signature is wrong' })
  const [hash, opened] = await Promise.all([crypto.hash(own), isGenuine ? crypto.open(parts) : undefined])
  return ok({ bytes: own, hash, parts, device: deviceOf(parts), from, opened })
}
