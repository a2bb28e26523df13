import {
  createEncoder,
  toUint8Array,
  writeAny,
  writeUint8,
  writeUint8Array,
  writeVarString,
  writeVarUint,
  type Encoder,
} from 'lib0/encoding'
import { joinBytes, type Bytes } from '../../src/journal/bytes.ts'

/** Yjs updates (V1) written by hand, byte by byte, as Yjs itself would never write them. */

const bytesOf = (build: (encoder: Encoder) => void): Bytes => {
  const encoder = createEncoder()
  build(encoder)
  return toUint8Array(encoder)
}
/** Numbers become varints, strings var strings, bytes (such as a struct's info) single bytes. */
export const u = (...parts: readonly (number | string | { byte: number } | { any: unknown })[]): Bytes =>
  bytesOf(encoder => {
    for (const part of parts) {
      if (typeof part === 'number') writeVarUint(encoder, part)
      else if (typeof part === 'string') writeVarString(encoder, part)
      else if ('byte' in part) writeUint8(encoder, part.byte)
      else writeAny(encoder, part.any as never)
    }
  })
export const item = (content: number, ...more: ('origin' | 'right' | 'sub')[]) => ({
  byte:
    content | (more.includes('origin') ? 128 : 0) | (more.includes('right') ? 64 : 0) | (more.includes('sub') ? 32 : 0),
})
export const [deleted, json, binary, string, embed, format, type, any, subdocument] = [1, 2, 3, 4, 5, 6, 7, 8, 9]
export const repeat = (count: number, one: (index: number) => Bytes): Bytes =>
  bytesOf(encoder => {
    for (let index = 0; index < count; index++) writeUint8Array(encoder, one(index))
  })
export const noDeletes = u(0)
/** One section: structs of one client from a clock on. */
export const section = (client: number, clock: number, count: number, ...structs: Bytes[]): Bytes =>
  joinBytes(u(count, client, clock), ...structs)
export const update = (...sections: Bytes[]): Bytes => joinBytes(u(sections.length), ...sections, noDeletes)
export const mapType = (parent: Bytes, key: string) => joinBytes(u(item(type, 'sub')), parent, u(key, 1))
export const inRoot = (name: string) => u(1, name)
export const inItem = (client: number, clock: number) => u(0, client, clock)
export const anyIn = (parent: Bytes, key: string, value: unknown) =>
  joinBytes(u(item(any, 'sub')), parent, u(key, 1, { any: value }))
export const honestStruct = anyIn(inRoot('items'), 'k', 'v')
