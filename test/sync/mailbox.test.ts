import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { sha256, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { importVerifyKey, type DeviceKeys } from '../../src/journal/keys.ts'
import type { Standing } from '../../src/sync/members-port.ts'
import { Mailbox } from '../../src/sync/store/mailbox.ts'
import { openNote, sealNote } from '../../src/sync/store/sealed-note.ts'
import { pseudonymOf, tagOf } from '../../src/sync/store/segment-form.ts'
import type { SegmentKeys } from '../../src/sync/store/segment-keys.ts'
import { fixedDevice, fixedRoot, fixedSealingPair, refusalOf, valueOf } from '../journal/office.ts'
import { MemoryFolder } from '../support/memory-store.ts'
import { mutations } from '../support/mutations.ts'
import { latin } from './support/team-folder.ts'

const seed = Number(process.env['SEED'] ?? 20_261_120)
const minute = 60_000

let jana: DeviceKeys
let cem: DeviceKeys
let workspace: Bytes
let folder: MemoryFolder
let now: number
let standings: Map<string, Standing>

beforeEach(async () => {
  ;[jana, cem] = [await fixedDevice('Janas Laptop'), await fixedDevice('Cems Telefon')]
  workspace = (await fixedRoot('Amt')).workspace
  now = Date.UTC(2026, 10, 20, 9)
  folder = new MemoryFolder(() => now)
  standings = new Map([jana, cem].map(({ id }) => [toHex(id), 'member']))
})

const keysOf = async (own: DeviceKeys): Promise<SegmentKeys> => {
  const known = new Map<string, CryptoKey>()
  for (const { id, signingPublic } of [jana, cem]) known.set(toHex(id), valueOf(await importVerifyKey(signingPublic)))
  return {
    workspace,
    tag: tagOf(workspace),
    own: own.id,
    signing: own.signing.privateKey,
    sealing: own.sealing,
    sealOf: async () => undefined,
    opener: async () => ({ tag: tagOf(workspace), materials: [], sealing: own.sealing }),
    verifyKey: device => known.get(toHex(device)),
    sealingPublic: device => [jana, cem].find(({ id }) => toHex(id) === device)?.sealingPublic,
  }
}

const boxOf = async (own: DeviceKeys, skew = 0): Promise<Mailbox> =>
  new Mailbox({
    keys: await keysOf(own),
    members: { standing: device => standings.get(device) ?? 'unknown' },
    store: folder.store,
    clock: { now: () => now + skew, steady: () => now },
  })

const onlyFile = () => {
  const [first] = [...folder.files]
  return { path: first![0], bytes: first![1].bytes }
}

const heard = async (box: Mailbox) =>
  valueOf(await box.read()).map(({ from, words }) => [from, new TextDecoder().decode(words)])

describe('Jana leaves Cem a note in the folder', () => {
  test('he reads it once, knows whose it is, and takes it away', async () => {
    const [janas, cems] = [await boxOf(jana), await boxOf(cem)]
    expect(valueOf(await janas.send(toHex(cem.id), textBytes('Ich bin hier')))).toBe(true)
    expect([...folder.files.keys()]).toEqual([
      expect.stringMatching(
        new RegExp(`^${toHex(tagOf(workspace))}/sig/${pseudonymOf(workspace, cem.id)}/[0-9a-f]{32}$`),
      ),
    ])
    expect(await heard(cems)).toEqual([[toHex(jana.id), 'Ich bin hier']])
    expect(await heard(cems)).toEqual([])
    expect(folder.files.size).toBe(0)
  })

  test('put there again by whoever keeps the folder, it is not heard again', async () => {
    const [janas, cems] = [await boxOf(jana), await boxOf(cem)]
    await janas.send(toHex(cem.id), textBytes('Ich bin hier'))
    const { path, bytes } = onlyFile()
    await heard(cems)
    folder.lay(path, bytes)
    expect(await heard(cems)).toEqual([])
    folder.lay(path.replace(/.{4}$/, 'ffff'), bytes)
    expect([await heard(cems), await heard(cems)]).toEqual([[], []])
    now += 11 * minute
    folder.lay(path, bytes)
    expect(await heard(await boxOf(cem))).toEqual([])
  })

  test('nobody reads it: after ten minutes she takes it back, and who comes late hears nothing', async () => {
    const [janas, cems] = [await boxOf(jana), await boxOf(cem)]
    await janas.send(toHex(cem.id), textBytes('Ich bin hier'))
    now += 10 * minute
    expect(await heard(cems)).toEqual([[toHex(jana.id), 'Ich bin hier']])
    await janas.send(toHex(cem.id), textBytes('Noch immer'))
    now += 10 * minute + 1
    expect(await heard(await boxOf(cem))).toEqual([])
    await janas.send(toHex(cem.id), textBytes('Zum letzten Mal'))
    now += 10 * minute
    await heard(janas)
    expect(folder.files.size).toBe(0)
  })

  test('his clock is two days behind: what was not there a moment ago is new all the same', async () => {
    const [janas, cems] = [await boxOf(jana), await boxOf(cem, -2 * 24 * 60 * minute)]
    await janas.send(toHex(cem.id), textBytes('Von vorher'))
    expect(await heard(cems)).toEqual([])
    await janas.send(toHex(cem.id), textBytes('Jetzt'))
    expect(await heard(cems)).toEqual([[toHex(jana.id), 'Jetzt']])
  })

  test('half of it is there when he looks: he leaves it, and hears it when it is whole; what stays half goes', async () => {
    const [janas, cems] = [await boxOf(jana), await boxOf(cem)]
    await janas.send(toHex(cem.id), textBytes('Ich bin hier'))
    const { path, bytes } = onlyFile()
    folder.lay(path, bytes.slice(0, 60))
    expect(await heard(cems)).toEqual([])
    folder.lay(path, bytes)
    expect(await heard(cems)).toEqual([[toHex(jana.id), 'Ich bin hier']])
    folder.lay(path.replace(/.{4}$/, '0000'), bytes.slice(0, 60))
    expect([await heard(cems), await heard(cems)]).toEqual([[], []])
    expect(folder.files.size).toBe(0)
  })

  test('who was taken out is neither written to nor heard', async () => {
    const [janas, cems] = [await boxOf(jana), await boxOf(cem)]
    await janas.send(toHex(cem.id), textBytes('Ich bin hier'))
    standings.set(toHex(jana.id), 'removed')
    expect(await heard(cems)).toEqual([])
    expect(refusalOf(await cems.send(toHex(jana.id), textBytes('Hallo?')))).toEqual({ because: 'device is no member' })
    expect(refusalOf(await cems.send('ab'.repeat(32), textBytes('Hallo?')))).toEqual({ because: 'device is no member' })
  })

  test('the folder is gone: both are told', async () => {
    const box = await boxOf(jana)
    folder.failure = { because: 'folderGone', detail: '' }
    expect(refusalOf(await box.send(toHex(cem.id), textBytes('x')))).toMatchObject({ because: 'folderGone' })
    expect(refusalOf(await box.read())).toMatchObject({ because: 'folderGone' })
  })

  test('more than a signalling text is refused', async () => {
    const box = await boxOf(jana)
    expect(refusalOf(await box.send(toHex(cem.id), new Uint8Array(16 * 1024 + 1)))).toEqual({
      because: 'note is too large',
    })
    expect(valueOf(await box.send(toHex(cem.id), new Uint8Array(16 * 1024)))).toBe(true)
    expect(valueOf(await (await boxOf(cem)).read())).toMatchObject([{ words: new Uint8Array(16 * 1024) }])
  })
})

const golden = [
  '4c4f5453452d5349470101e37a7a11f0a5bd670e27013596201e82e647fd84d9cc2d11e62209996d95b188587cf591e49e804122a27a0e136b',
  'f1f532f9f97d1d0ae60c2636b6595152803ac8e2bb43e149c6f43c2a573a66d48aaeb35b8b2b23f37a79a0fd960165aa974ee212df72ed31b2',
  'cab97937754b7b3c5922d4a388945980f43a7f591c71f9c3224406ab51cc21ce149f55b9dc344bba598c3b6af6c9b2d6b69d7717dbb689091b',
  'd5f3b2e8c5c1cfd8e7aad05169ee15b2742eaad208406c620949f853189ba23ac4bed023e45951ee4e218678fe0c129cd11e460129283218b9',
  'e19de5c910215b74ce3ef9a87c9c0d43d3b18408e89720d28a7c7805507dd905fb7e8161c3fa15f10cdc355c554a63c729d8f4cbb9e3',
].join('')

describe('a note, version 1', () => {
  const write = async () => {
    const nonce = (await sha256(textBytes('Name'))).slice(0, 16)
    const tag = tagOf(workspace)
    const note = { from: jana.id, to: cem.id, nonce, at: now, words: textBytes('Ich bin hier') }
    const sealed = { tag, signing: jana.signing.privateKey, recipient: cem.sealingPublic }
    const key = await sha256(textBytes('Schlüssel'))
    const bytes = valueOf(await sealNote(note, sealed, key, await fixedSealingPair('Einmal')))
    return { bytes, opener: { tag, nonce, own: cem.id, sealing: cem.sealing } }
  }

  test('is these bytes, and none of them tells who wrote to whom', async () => {
    const { bytes } = await write()
    expect(toHex(bytes)).toBe(golden)
    for (const { id } of [jana, cem]) expect(latin(bytes)).not.toContain(latin(id))
    expect(latin(bytes)).not.toContain('Ich bin hier')
  })

  test('opens for nobody else, and under no other name', async () => {
    const { bytes, opener } = await write()
    expect((await openNote(bytes, opener)).ok).toBe(true)
    const forJana = { ...opener, own: jana.id, sealing: jana.sealing }
    expect(refusalOf(await openNote(bytes, forJana))).toEqual({ because: 'note is for somebody else' })
    const elsewhere = { ...opener, nonce: new Uint8Array(16) }
    expect(refusalOf(await openNote(bytes, elsewhere))).toEqual({ because: 'note is for somebody else' })
    const asCem = { ...opener, own: jana.id }
    expect(refusalOf(await openNote(bytes, asCem))).toEqual({ because: 'note is for somebody else' })
  })

  test('in another’s name is not heard', async () => {
    const { opener } = await write()
    const note = { from: jana.id, to: cem.id, nonce: opener.nonce, at: now, words: textBytes('Ich bin Jana') }
    const forged = { tag: opener.tag, signing: cem.signing.privateKey, recipient: cem.sealingPublic }
    const path = `${toHex(opener.tag)}/sig/${pseudonymOf(workspace, cem.id)}/${toHex(opener.nonce)}`
    folder.lay(path, valueOf(await sealNote(note, forged)))
    expect(await heard(await boxOf(cem))).toEqual([])
    const genuine = { ...forged, signing: jana.signing.privateKey }
    folder.lay(path, valueOf(await sealNote(note, genuine)))
    expect(await heard(await boxOf(cem))).toEqual([[toHex(jana.id), 'Ich bin Jana']])
  })

  test('changed anywhere is a refusal, never an exception', async () => {
    const { bytes, opener } = await write()
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }))
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(change, { minLength: 1, maxLength: 4, selector: ([index]) => index }),
        fc.nat(bytes.length),
        async (changes, end) => {
          const changed = bytes.slice(0, Math.max(1, end))
          for (const [index, by] of changes) if (index < changed.length) changed[index] = Number(changed[index]) ^ by
          fc.pre(toHex(changed) !== toHex(bytes))
          expect((await openNote(changed, opener)).ok).toBe(false)
        },
      ),
      { numRuns: mutations, seed, verbose: 1 },
    )
  })
})
