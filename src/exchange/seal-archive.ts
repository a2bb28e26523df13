import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, joinBytes, ownBytes, textBytes, type Bytes } from '../journal/bytes.ts'
import {
  passphraseMaterial,
  passphraseOf,
  passphraseRounds,
  sealKeyOf,
  type PassphraseRefusal,
} from '../journal/passphrase.ts'
import type { ArchiveSeal, FileRefusal } from '../workspace/exchange-port.ts'

/**
 * A sealed archive, version 1. Numbers are big-endian.
 *
 * | bytes | what |
 * |---|---|
 * | 12 | `LOTSE-SEALED` |
 * | 1, 1 | version 1; algorithm 1: PBKDF2-HMAC-SHA-512, HKDF-SHA-256, AES-256-GCM, gzip |
 * | 4 | iterations of PBKDF2 |
 * | 16 | salt of PBKDF2: the same for all archives of one seal, so that a folder can be written without the passphrase |
 * | 16 | salt of HKDF: fresh in every file, so no key seals two of them |
 * | 16 | check: tells a wrong passphrase from a damaged file |
 * | rest | the gzipped archive in pieces of 1 MiB, the last one shorter or equal, each AES-256-GCM with its 16 byte tag |
 *
 * The passphrase is taken in Unicode NFC as UTF-8. PBKDF2 gives 32 bytes, HKDF from them 48: key (32) and check (16), with the info `lotse/archive/1`. A piece's
 * nonce is 7 zeros, its number from 0 (4 bytes) and 1 for the last, otherwise 0 (the STREAM construction): no piece can be left out, moved or cut off unseen.
 * Additional data of every piece are the 66 bytes before the first.
 */
export const sealedBeginning = 'LOTSE-SEALED'
const version = 1
const algorithm = 1
const saltLength = 16
const checkLength = 16
const tagLength = 16
const headLength = sealedBeginning.length + 2 + 4 + 2 * saltLength + checkLength
export const pieceLength = 1024 * 1024

/** More would only keep a reader waiting for nothing. */
const mostIterations = 10_000_000

const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length))

/**
 * Makes a seal from a passphrase. It can be kept in IndexedDB and used without it; neither passphrase nor key can be read out of it. The salt is random unless
 * a test gives one. Refuses fewer than twelve characters.
 */
export const makeArchiveSeal = async (
  passphrase: string,
  salt: Bytes = randomBytes(saltLength),
): Promise<Result<ArchiveSeal, PassphraseRefusal>> => {
  const long = passphraseOf(passphrase)
  if (!long.ok) return long
  const material = await passphraseMaterial(long.value, salt, passphraseRounds)
  return ok({ iterations: passphraseRounds, salt, material })
}

type FileKey = Readonly<{ key: CryptoKey; check: Bytes }>

const fileKey = async (material: CryptoKey, salt: Bytes): Promise<FileKey> => {
  const { key, beside } = await sealKeyOf(material, salt, 'lotse/archive/1', checkLength)
  return { key, check: beside }
}

const bigEndian = (value: number): Bytes => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

const pieceParameters = (head: Bytes, index: number, isLast: boolean): AesGcmParams => ({
  name: 'AES-GCM',
  iv: joinBytes(new Uint8Array(7), bigEndian(index), Uint8Array.of(isLast ? 1 : 0)),
  additionalData: head,
})

/** Seals what goes through. In: gzipped bytes. The file's salt is random unless a test gives one. */
export const sealing = async (
  seal: ArchiveSeal,
  salt: Bytes = randomBytes(saltLength),
): Promise<TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>> => {
  const { key, check } = await fileKey(seal.material, salt)
  const form = Uint8Array.of(version, algorithm)
  const head = joinBytes(textBytes(sealedBeginning), form, bigEndian(seal.iterations), seal.salt, salt, check)
  let waiting = new Uint8Array()
  let index = 0
  const sealPiece = async (piece: Bytes, isLast: boolean): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.encrypt(pieceParameters(head, index++, isLast), key, piece))
  return new TransformStream({
    start: controller => controller.enqueue(head),
    transform: async (bytes, controller) => {
      waiting = joinBytes(waiting, bytes)
      // One byte more than a piece: only then is it known not to be the last.
      while (waiting.length > pieceLength) {
        controller.enqueue(await sealPiece(waiting.slice(0, pieceLength), false))
        waiting = waiting.slice(pieceLength)
      }
    },
    flush: async controller => controller.enqueue(await sealPiece(waiting, true)),
  })
}

type Head = Readonly<{ bytes: Bytes; rounds: number; sealSalt: Bytes; fileSalt: Bytes; check: Bytes }>

const readHead = async (file: Blob): Promise<Result<Head, FileRefusal>> => {
  const bytes = new Uint8Array(await file.slice(0, headLength).arrayBuffer())
  const at = sealedBeginning.length
  const [found = 0, alg = 0] = bytes.subarray(at)
  if (found > version || alg > algorithm) return refuse({ because: 'newerArchive', version: found })
  const rounds = bytes.length === headLength ? new DataView(bytes.buffer).getUint32(at + 2) : 0
  if (rounds === 0 || rounds > mostIterations) return refuse({ because: 'sealBroken' })
  const [sealSalt, fileSalt, check] = [0, 1, 2].map(part =>
    ownBytes(bytes.subarray(at + 6 + part * 16, at + 22 + part * 16)),
  )
  return sealSalt && fileSalt && check
    ? ok({ bytes, rounds, sealSalt, fileSalt, check })
    : refuse({ because: 'sealBroken' })
}

export const isSealed = async (file: Blob): Promise<boolean> =>
  (await file.slice(0, sealedBeginning.length).text()) === sealedBeginning

/**
 * Opens a sealed archive. In: the file and the passphrase. Out: a stream of the gzipped archive, which is opened piece by piece while it is read and breaks with
 * `SealBroken` at the first damaged piece. Refuses a missing or wrong passphrase, a damaged head and a newer version.
 */
export const openSealed = async (
  file: Blob,
  passphrase: string | undefined,
): Promise<Result<ReadableStream<Uint8Array<ArrayBuffer>>, FileRefusal>> => {
  const head = await readHead(file)
  if (!head.ok) return head
  if (passphrase === undefined) return refuse({ because: 'passphraseNeeded' })
  const { bytes, rounds, sealSalt, fileSalt, check } = head.value
  const opened = await fileKey(await passphraseMaterial(passphrase, sealSalt, rounds), fileSalt)
  if (!equalBytes(opened.check, check)) return refuse({ because: 'passphraseWrong' })
  return ok(piecesOf(file, bytes, opened.key))
}

/** A piece is not as it was sealed. */
export class SealBroken extends Error {}

const piecesOf = (file: Blob, head: Bytes, key: CryptoKey): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let index = 0
  return new ReadableStream({
    pull: async controller => {
      const from = headLength + index * (pieceLength + tagLength)
      const to = Math.min(file.size, from + pieceLength + tagLength)
      const isLast = to === file.size
      try {
        const sealed = await file.slice(from, to).arrayBuffer()
        const piece = await crypto.subtle.decrypt(pieceParameters(head, index++, isLast), key, sealed)
        controller.enqueue(new Uint8Array(piece))
        if (isLast) controller.close()
      } catch {
        controller.error(new SealBroken())
      }
    },
  })
}
