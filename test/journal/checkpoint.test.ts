import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { equalBytes, joinBytes, noHash, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { cutCheckpoint, joinCheckpoint, type Checkpoint, type CheckpointPart } from '../../src/journal/checkpoint.ts'
import { openEntry, sealEntry } from '../../src/journal/seal.ts'
import { fromHex, office, refusalOf, valueOf } from './office.ts'
import { team } from './team-at-work.ts'

const head = (byte: number, seq: number, clients: readonly number[] = []) => ({
  device: noHash().fill(byte),
  seq,
  hash: noHash().fill(byte + 1),
  clients,
})
const small: Checkpoint = {
  heads: [head(1, 7, [5, 300]), head(2, 1)],
  digest: noHash().fill(9),
  state: textBytes('Stand'),
}
const parts = (payloads: readonly Bytes[]): CheckpointPart[] =>
  payloads.map((bytes, index) => ({ part: index + 1, parts: payloads.length, bytes }))
const join = (bytes: Uint8Array) => joinCheckpoint([{ part: 1, parts: 1, bytes }])
const [payload] = valueOf(cutCheckpoint(small)) as [Bytes]

describe('a checkpoint', () => {
  test('comes back whole, its heads in order', () => {
    expect(valueOf(join(payload))).toEqual(small)
    const shuffled = { ...small, heads: small.heads.toReversed() }
    expect(valueOf(cutCheckpoint(shuffled))).toEqual([payload])
  })

  test('has one byte form for ever', () => {
    const golden = [
      '01',
      '02',
      '01'.repeat(32),
      '07',
      '02'.repeat(32),
      '0205ac02',
      '02'.repeat(32),
      '01',
      '03'.repeat(32),
      '00',
      '09'.repeat(32),
    ]
    expect(toHex(payload)).toBe(`${golden.join('')}055374616e64`)
    expect(valueOf(join(fromHex(`${golden.join('')}055374616e64`)))).toEqual(small)
  })

  test('travels as signed entries of one command, in any order', async () => {
    const { anna, epochKey, keyring, draft } = await office()
    const state = joinBytes(Y.encodeStateAsUpdate(team), new Uint8Array(150_000))
    const payloads = valueOf(cutCheckpoint({ ...small, state }))
    expect(payloads.map(({ length }) => length > 0 && length <= caps.updateBytes)).toEqual([true, true, true])
    const received: CheckpointPart[] = []
    for (const [index, bytes] of payloads.entries()) {
      const command = { id: 'punkt', part: index + 1, parts: payloads.length }
      const said = draft({ kind: 'checkpoint', clients: [], command })
      const sealed = valueOf(await sealEntry(said, bytes, { signing: anna.signing.privateKey, epoch: epochKey }))
      const opened = valueOf(await openEntry(sealed.bytes, keyring))
      received.unshift({ ...command, ...opened.header.command, bytes: opened.plaintext })
    }
    expect(equalBytes(valueOf(joinCheckpoint(received)).state, state)).toBe(true)
  })

  test('over 16 MiB is refused by its writer; 16 MiB less its frame pass', () => {
    const frame = payload.length - small.state.length + 4
    const fitting = { ...small, state: new Uint8Array(caps.checkpointBytes - frame) }
    expect(valueOf(joinCheckpoint(parts(valueOf(cutCheckpoint(fitting))))).state.length).toBe(fitting.state.length)
    expect(refusalOf(cutCheckpoint({ ...small, state: new Uint8Array(caps.checkpointBytes) }))).toMatchObject({
      because: 'checkpoint is too large',
      cap: caps.checkpointBytes,
    })
  })
})

describe('a checkpoint from outside is refused', () => {
  const malformed = { because: 'checkpoint is malformed' }
  const one = (changes: Partial<CheckpointPart>): CheckpointPart => ({ part: 1, parts: 1, bytes: payload, ...changes })
  test.each<[string, CheckpointPart[], object]>([
    ['without any part', [], { because: 'checkpoint is incomplete', missing: [1] }],
    ['with parts missing', [one({ part: 2, parts: 4 })], { because: 'checkpoint is incomplete', missing: [1, 3, 4] }],
    ['with a part twice', [one({ parts: 2 }), one({ parts: 2 })], malformed],
    ['with parts of two wholes', [one({ parts: 2 }), one({ part: 2, parts: 3 })], malformed],
    ['with part 0', [one({ part: 0 })], malformed],
    ['with part 2 of 1', [one({ part: 2 })], malformed],
    ['with more parts than 16 MiB have', [one({ parts: 4_096 })], malformed],
    ['when empty', [one({ bytes: new Uint8Array(0) })], malformed],
    ['when of format 0', [one({ bytes: payload.map((byte, at) => (at ? byte : 0)) })], malformed],
    ['when of format 2', [one({ bytes: Uint8Array.of(2) })], { because: 'checkpoint has a newer format', format: 2 }],
    ['when cut', [one({ bytes: payload.slice(0, -1) })], malformed],
    ['when something follows', [one({ bytes: joinBytes(payload, Uint8Array.of(0)) })], malformed],
  ])('%s', (_, received, refusal) => {
    expect(refusalOf(joinCheckpoint(received))).toEqual(refusal)
  })

  const writtenBy = (heads: string) => fromHex(`01${heads}${'09'.repeat(32)}00`)
  const [a, b] = ['01'.repeat(32), '02'.repeat(32)]
  test.each([
    ['a head twice', writtenBy(`02${a}01${a}00${a}01${a}00`)],
    ['heads out of order', writtenBy(`02${b}01${a}00${a}01${a}00`)],
    ['a head before the first entry', writtenBy(`01${a}00${a}00`)],
    ['a head beyond counting', writtenBy(`01${a}ffffffffffffffff7f${a}00`)],
    ['a padded number', writtenBy(`01${a}8100${a}00`)],
    ['more heads than the cap', writtenBy('8120')],
  ])('%s', (_, bytes) => {
    expect(refusalOf(join(bytes))).toEqual(malformed)
  })

  test('a flipped bit gives another checkpoint or none, never an exception (by chance, seeded)', () => {
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.nat(7), (at, bit) => {
        const joined = join(payload.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte)))
        expect(joined.ok && joined.value).not.toEqual(small)
      }),
      { numRuns: 1_000, seed: Number(process.env['SEED'] ?? 20_261_120), verbose: 1 },
    )
  })
})
