import { readVarUint, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { writeUint8Array, writeVarUint, writeVarUint8Array, type Encoder } from 'lib0/encoding'
import { compareBytes, ownBytes, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { firstEpoch, isWrapped } from './epoch-keys.ts'
import { isAscending } from './ordered.ts'
import { readHash, readList } from './read-whole.ts'

/**
 * One key for one device more. `key` is the hash of the entry that made the key: several keys may have one epoch number, made side by
 * side, and who lacks which has to be known.
 */
export type KeyShare = Readonly<{ epoch: number; key: Bytes; device: Bytes; secret: Bytes }>

/** Writes shares where they stand in a membership entry; `readShares` is its other half. */
export const writeShares = (encoder: Encoder, shares: readonly KeyShare[]): void => {
  writeVarUint(encoder, shares.length)
  for (const { epoch, key, device, secret } of shares) {
    writeVarUint(encoder, epoch)
    writeUint8Array(encoder, key)
    writeUint8Array(encoder, device)
    writeVarUint8Array(encoder, secret)
  }
}

/** Throws on broken bytes; only for use inside `readWhole`. */
export const readShares = (decoder: Decoder): readonly KeyShare[] =>
  readList(decoder, caps.sharedKeys, () => ({
    epoch: readVarUint(decoder),
    key: readHash(decoder),
    device: readHash(decoder),
    secret: ownBytes(readVarUint8Array(decoder)),
  }))

/** The one order of shares: by key, then by device. */
export const compareShares = (a: KeyShare, b: KeyShare): number =>
  compareBytes(a.key, b.key) || compareBytes(a.device, b.device)

/** The rules shares keep beyond their bytes: at least one, each key and device once and in order, epochs from 1. */
export const areShares = (shares: readonly KeyShare[]): boolean =>
  shares.length > 0 &&
  shares.every(share => share.epoch >= firstEpoch && isWrapped(share)) &&
  isAscending(shares, compareShares)
