import type { Result } from '../domain/kernel/result.ts'
import { sha256, toHex, type Bytes } from '../journal/bytes.ts'
import type { EntryParts } from '../journal/entry.ts'
import type { SealRefusal } from '../journal/refusal.ts'
import { openSeal, verifySignature, type Keyring } from '../journal/seal.ts'

/** What an entry has to withstand. A simulator puts a keyed hash behind it. */
export type EntryCrypto = Readonly<{
  hash(bytes: Bytes): Promise<Bytes>
  /** Whether its device has signed it; undefined when that device is not known here. */
  isGenuine(parts: EntryParts): Promise<boolean | undefined>
  open(parts: EntryParts): Promise<Result<Bytes, SealRefusal>>
}>

/** The real thing, with the keys known at that moment. */
export const entryCrypto = (keyring: () => Keyring): EntryCrypto => ({
  hash: sha256,
  isGenuine: async parts => {
    const key = keyring().verifyKey(parts.header.device)
    return key && verifySignature(parts, key)
  },
  open: parts => openSeal(parts, keyring()),
})

/** A device's id as it keys maps and rows. */
export const deviceOf = ({ header }: Pick<EntryParts, 'header'>): string => toHex(header.device)
