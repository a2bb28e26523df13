import { createDecoder, readVarUint, type Decoder } from 'lib0/decoding'
import * as Y from 'yjs'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { ownBytes } from './bytes.ts'
import { caps } from './caps.ts'
import type { UpdateRefusal } from './refusal.ts'

type Decoded = ReturnType<typeof Y.decodeUpdate>
export type Struct = Decoded['structs'][number]
export type DecodedUpdate = Readonly<{ structs: readonly Struct[]; deletes: Decoded['ds']; deleteRanges: number }>

/** Yjs makes its decoder itself and keeps it; it is laid here so that one can see how far it read. Reading is synchronous. */
const atWork: WatchedDecoder[] = []

/** Counts structs while they are read, and remembers for whom each section is. */
class WatchedDecoder extends Y.UpdateDecoderV1 {
  readonly sections: number[] = []
  structs = 0

  constructor(decoder: Decoder) {
    super(decoder)
    atWork.push(this)
  }

  override readClient(): number {
    const client = super.readClient()
    this.sections.push(client)
    return client
  }

  override readInfo(): number {
    this.structs++
    if (this.structs > caps.structs) throw new RangeError('more structs than the cap')
    return super.readInfo()
  }
}

const tooLarge = (what: 'bytes' | 'clients' | 'structs' | 'deletes', got: number, cap: number): UpdateRefusal => ({
  because: 'update is too large',
  what,
  got,
  cap,
})

/** The first varints name the number of clients and the structs of the first: a claim over the caps is refused before any decoding. */
const refuseByHeader = (update: Uint8Array): UpdateRefusal | undefined => {
  if (update.length > caps.updateBytes) return tooLarge('bytes', update.length, caps.updateBytes)
  try {
    const decoder = createDecoder(update)
    const clients = readVarUint(decoder)
    if (clients > caps.clients) return tooLarge('clients', clients, caps.clients)
    const structs = readVarUint(decoder)
    return clients > 0 && structs > caps.structs ? tooLarge('structs', structs, caps.structs) : undefined
  } catch {
    return { because: 'update is undecodable' }
  }
}

const decode = (update: Uint8Array): Decoded | undefined => {
  try {
    return Y.decodeUpdateV2(update, WatchedDecoder)
  } catch {
    return undefined
  }
}

/**
 * Was everything read, and each client named once? Yjs accepts trailing bytes, and of two sections for one client it reads both when
 * it decodes but only the last when it applies: the guard would check something else than the document gets.
 */
const isUnambiguous = (update: Uint8Array, { restDecoder, sections }: WatchedDecoder): boolean =>
  restDecoder.pos === update.length && new Set(sections).size === sections.length

/**
 * Decodes one Yjs update (V1) within the caps, without a document. Refuses what is too large, broken, ambiguous or followed by
 * anything; never throws.
 */
export const readUpdate = (bytes: Uint8Array): Result<DecodedUpdate, UpdateRefusal> => {
  const early = refuseByHeader(bytes)
  if (early) return refuse(early)
  const update = ownBytes(bytes)
  const decoded = decode(update)
  const decoder = atWork.pop()
  if (decoder && decoder.structs > caps.structs) return refuse(tooLarge('structs', decoder.structs, caps.structs))
  if (!decoded || !decoder || !isUnambiguous(update, decoder)) return refuse({ because: 'update is undecodable' })
  let deleteRanges = 0
  for (const ranges of decoded.ds.clients.values()) deleteRanges += ranges.length
  if (deleteRanges > caps.deleteRanges) return refuse(tooLarge('deletes', deleteRanges, caps.deleteRanges))
  return ok({ structs: decoded.structs, deletes: decoded.ds, deleteRanges })
}
