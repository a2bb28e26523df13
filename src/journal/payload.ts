import { readVarString, readVarUint8Array, type Decoder } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { ownBytes, type Bytes } from './bytes.ts'
import { readList, readWhole } from './read-whole.ts'

/** The most commands one entry carries: what comes while a transaction runs shares the next entry (DESIGN 3). */
const mostCommands = 64

/**
 * What a change entry says once it is opened: which commands it carries, by id and name, and one Yjs update (V1). Both lie inside the
 * seal, so a carrier learns neither what was done nor to what.
 */
export type ChangePayload = Readonly<{
  commands: readonly Readonly<{ id: string; name: string }>[]
  update: Bytes
}>

/** The plaintext of a change entry. Layout: number of commands, id and name of each, varint length and the update. */
export const encodePayload = ({
  commands,
  update,
}: Readonly<{ commands: ChangePayload['commands']; update: Uint8Array }>): Bytes => {
  const encoder = createEncoder()
  writeVarUint(encoder, commands.length)
  for (const { id, name } of commands) {
    writeVarString(encoder, id)
    writeVarString(encoder, name)
  }
  writeVarUint8Array(encoder, update)
  return toUint8Array(encoder)
}

const readPayload = (decoder: Decoder): ChangePayload => ({
  commands: readList(decoder, mostCommands, () => ({ id: readVarString(decoder), name: readVarString(decoder) })),
  update: ownBytes(readVarUint8Array(decoder)),
})

/** Reads the plaintext of a change entry. Undefined when it is anything else; the update itself is the guard's to judge. */
export const decodePayload = (plaintext: Uint8Array): ChangePayload | undefined => readWhole(plaintext, readPayload)
