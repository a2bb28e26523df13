import { createDecoder, readUint8Array, readVarString, readVarUint } from 'lib0/decoding'
import { hashLength, toHex, type Bytes } from '../journal/bytes.ts'
import { membershipDocument } from '../journal/header.ts'
import type { DeviceId } from '../workspace/journal-port.ts'

/** Where an entry says it belongs. Nothing of it is proved yet. */
export type ClaimedPlace = Readonly<{ document: string; device: DeviceId; seq: number; isMembership: boolean }>

const formats = 3

/** Reads the first fields of an entry's header, to sort a batch before it is checked. Undefined where they cannot be read. */
export const peekEntry = (bytes: Uint8Array): ClaimedPlace | undefined => {
  const decoder = createDecoder(bytes)
  try {
    for (let field = 0; field < formats; field++) readVarUint(decoder)
    readUint8Array(decoder, hashLength)
    const document = readVarString(decoder)
    const device = toHex(readUint8Array(decoder, hashLength))
    return { document, device, seq: readVarUint(decoder), isMembership: document === membershipDocument }
  } catch {
    return undefined
  }
}

/** A batch sorted by the documents its entries say they belong to, in their order; under undefined what says nothing that can be read. */
export const byDocument = (entries: readonly Bytes[]): ReadonlyMap<string | undefined, readonly Bytes[]> => {
  const sorted = new Map<string | undefined, Bytes[]>()
  for (const entry of entries) {
    const document = peekEntry(entry)?.document
    sorted.set(document, [...(sorted.get(document) ?? []), entry])
  }
  return sorted
}
