import type { BlobHash } from '../domain/attachments/attachment.ts'
import { sha256, toHex } from '../journal/bytes.ts'
import { caps as journalCaps } from '../journal/caps.ts'
import type { ArchiveBlob } from '../workspace/exchange-port.ts'

/** Bytes per line; a multiple of three, so that only the last line of a blob is padded. */
const bytesPerLine = 48 * 1024

/** Begins the second half of an archive, on a line of its own. */
export const blobsLine = ',"blobs":{'
export const lastLine = '}}'

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), sign => sign.charCodeAt(0))

/** The lines of one blob, without line ends. */
export function* blobLines(hash: BlobHash, bytes: Uint8Array, isLast: boolean): Generator<string> {
  yield `"${hash}":[`
  for (let at = 0; at < bytes.length; at += bytesPerLine) {
    const isEnd = at + bytesPerLine >= bytes.length
    yield `"${toBase64(bytes.subarray(at, at + bytesPerLine))}"${isEnd ? '' : ','}`
  }
  yield isLast ? ']' : '],'
}

const opening = /^"([0-9a-f]{64})":\[$/
const chunk = /^"([A-Za-z0-9+/]+={0,2})",?$/

/**
 * Puts the blobs of an archive together, line by line. What is not as its hash says, or too large, is left out: it is then missing, and the records that
 * name it say so. A platform `Blob` may lie on the disk, so an archive need not fit into memory.
 */
export class BlobCollector {
  readonly blobs = new Map<BlobHash, ArchiveBlob>()
  private hash: BlobHash | undefined
  private parts: Uint8Array<ArrayBuffer>[] = []
  private size = 0

  /** False when the line has no place in an archive. */
  async add(line: string): Promise<boolean> {
    const begun = opening.exec(line)?.[1]
    if (begun !== undefined && this.hash === undefined) return this.begin(begun)
    if (this.hash === undefined) return line === lastLine || line === ''
    const text = chunk.exec(line)?.[1]
    if (text !== undefined) return this.take(text)
    return (line === ']' || line === '],') && this.end(this.hash)
  }

  private begin(hash: BlobHash): boolean {
    this.hash = hash
    this.parts = []
    this.size = 0
    return true
  }

  private take(text: string): boolean {
    this.size += text.length * 0.75
    if (this.size > journalCaps.blobBytes * 1.01) this.parts = []
    else if (text.length % 4 === 0) this.parts.push(fromBase64(text))
    return true
  }

  private async end(hash: BlobHash): Promise<boolean> {
    const blob = new Blob(this.parts)
    const bytes = new Uint8Array(await blob.arrayBuffer())
    if (bytes.length <= journalCaps.blobBytes && toHex(await sha256(bytes)) === hash) this.blobs.set(hash, blob)
    this.hash = undefined
    this.parts = []
    return true
  }
}
