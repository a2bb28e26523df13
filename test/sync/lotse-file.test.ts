import '../storage/fake-browser.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { joinBytes, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { lotseFileName, lotseFileType, packLotseFile, type LotseFileParts } from '../../src/sync/store/lotse-file.ts'
import { isLotseFile, readLotseFile } from '../../src/sync/store/read-lotse-file.ts'
import { workspace } from '../storage/desk.ts'
import { refusalOf, valueOf } from '../journal/office.ts'
import {
  closeOffices,
  digestAt,
  foundedOffice,
  headsAt,
  nameAt,
  takeOut,
  welcome,
  write,
  type Office,
} from './support/offices.ts'
import { beyondTheCut } from '../../src/workspace/journal-port.ts'
import { latin } from './support/team-folder.ts'

/** Two offices between which only mails go. */

afterEach(closeOffices)

const partsOf = ({ keys, members, journal, replicator }: Office): LotseFileParts => ({
  keys,
  members,
  journal,
  arrivals: replicator.arrivals,
})

const bytesOf = async (file: Blob): Promise<Bytes> => new Uint8Array(await file.arrayBuffer())
const pack = (office: Office) => packLotseFile(partsOf(office))
const read = async (office: Office, file: Blob) => valueOf(await readLotseFile(partsOf(office), file))

const twoOffices = async () => {
  const jana = await foundedOffice()
  return { jana, cem: await welcome(jana) }
}

describe('by a file in a mail', () => {
  test('Jana’s words come to Cem, his to her, and both see the same', async () => {
    const { jana, cem } = await twoOffices()
    await write(jana, 'Digitalisierung')
    expect(await read(cem, await pack(jana))).toMatchObject({ isWhole: true, segments: 2 })
    expect(await nameAt(cem)).toBe('Digitalisierung')
    await write(cem, 'Digitalisierung der Bauakte')
    await write(jana, 'Digitalisierung der Bauakten')
    await read(jana, await pack(cem))
    await read(cem, await pack(jana))
    expect(await headsAt(cem)).toEqual(await headsAt(jana))
    expect(await digestAt(cem)).toBe(await digestAt(jana))
  })

  test('Cem’s access has ended, and he sends what he still had: it lies beside at Jana’s, and her document stays as it is', async () => {
    const { jana, cem } = await twoOffices()
    await write(jana, 'Digitalisierung')
    await read(cem, await pack(jana))
    await write(cem, 'Nachgereicht')
    await takeOut(jana, 'cem')
    const before = await digestAt(jana)
    await read(jana, await pack(cem))
    expect(await digestAt(jana)).toBe(before)
    const late = await jana.journal.aside(workspace)
    expect(late.map(({ reason }) => reason)).toContain(beyondTheCut)
  })

  test('the same file twice, or an old one late, changes nothing', async () => {
    const { jana, cem } = await twoOffices()
    await write(jana, 'Eins')
    const old = await pack(jana)
    await write(jana, 'Zwei')
    const file = await pack(jana)
    for (const each of [file, file, old]) expect(await read(cem, each)).toMatchObject({ isWhole: true })
    expect(await nameAt(cem)).toBe('Zwei')
  })

  test('of what Cem is known to have nothing is in it', async () => {
    const { jana, cem } = await twoOffices()
    await write(jana, 'x'.repeat(20_000))
    await read(cem, await pack(jana))
    await write(jana, 'Zwei')
    const since = new Map([[workspace, new Map(Object.entries(await headsAt(cem)))]])
    const file = await packLotseFile(partsOf(jana), since)
    expect(file.size).toBeLessThan((await pack(jana)).size - 20_000)
    await read(cem, file)
    expect(await nameAt(cem)).toBe('Zwei')
    expect(
      (await packLotseFile(partsOf(cem), new Map([[workspace, new Map(Object.entries(await headsAt(cem)))]]))).size,
    ).toBeLessThan(file.size)
  })

  test('a document that began with a checkpoint comes with it', async () => {
    const { jana, cem } = await twoOffices()
    const doerte = await welcome(jana, 'doerte')
    await write(jana, 'Eins')
    const checkpoint = await jana.journal.checkpoint(workspace)
    await cem.replicator.arrivals.begin(workspace, checkpoint!, toHex(jana.keys.own))
    await write(cem, 'Zwei')
    await read(doerte, await pack(cem))
    expect(await nameAt(doerte)).toBe('Zwei')
    expect(await digestAt(doerte)).toBe(await digestAt(cem))
  })
})

describe('who may read it', () => {
  test('not somebody without membership: no word, no name, no document stands in it', async () => {
    const { jana } = await twoOffices()
    await welcome(jana, 'doerte-lindemann')
    await write(jana, 'Wohngeldantrag')
    const bytes = latin(await bytesOf(await pack(jana)))
    const words = ['Wohngeldantrag', 'board', 'doerte-lindemann', 'workspace#1', 'membership', latin(jana.keys.own)]
    for (const word of words) expect(bytes).not.toContain(word)
  })

  test('not who was taken out: what he goes on to send does not count, and what is sent does not open', async () => {
    const { jana, cem } = await twoOffices()
    await write(jana, 'Eins')
    await read(cem, await pack(jana))
    await takeOut(jana, 'cem')
    await write(jana, 'Zwei')
    await write(cem, 'Zu spät')
    await read(jana, await pack(cem))
    expect(await nameAt(jana)).toBe('Zwei')
    expect((await read(cem, await pack(jana))).states).toMatchObject({ settled: 0, locked: 2 })
    expect(await nameAt(cem)).toBe('Zu spät')
  })

  test('not another workspace: that is said before anything is looked at', async () => {
    const [jana, other] = [await foundedOffice(), await foundedOffice()]
    await write(jana, 'Eins')
    const refusal = refusalOf(await readLotseFile(partsOf(other), await pack(jana)))
    expect(refusal).toEqual({ because: 'file is of another workspace' })
  })
})

describe('a file that is not as it was packed', () => {
  test.each<[string, (bytes: Bytes) => Bytes, string]>([
    ['an archive', () => textBytes('{"format":"lotse-archive","version":1}'), 'not a Lotse file'],
    ['nothing', () => new Uint8Array(), 'not a Lotse file'],
    ['its beginning', bytes => bytes.slice(0, 20), 'not a Lotse file'],
    ['a newer version', bytes => bytes.map((byte, at) => (at === 10 ? 2 : byte)), 'file is of a newer version'],
    ['version 0', bytes => bytes.map((byte, at) => (at === 10 ? 0 : byte)), 'not a Lotse file'],
  ])('%s is refused', async (_what, change, because) => {
    const { jana, cem } = await twoOffices()
    const file = new Blob([change(await bytesOf(await pack(jana)))])
    expect(refusalOf(await readLotseFile(partsOf(cem), file))).toMatchObject({ because })
  })

  test('cut off in the middle: what is whole is taken, and the rest is said to be missing', async () => {
    const { jana, cem } = await twoOffices()
    await write(jana, 'Eins')
    const bytes = await bytesOf(await pack(jana))
    expect(await read(cem, new Blob([bytes.slice(0, -5)]))).toMatchObject({ isWhole: false, segments: 1 })
    expect(await nameAt(cem)).toBeUndefined()
    expect(await read(cem, new Blob([bytes]))).toMatchObject({ isWhole: true, segments: 2 })
    expect(await nameAt(cem)).toBe('Eins')
  })

  test('one byte of one segment is another: that segment is not taken, and it is said', async () => {
    const { jana, cem } = await twoOffices()
    await write(jana, 'Eins')
    const bytes = await bytesOf(await pack(jana))
    const changed = bytes.map((byte, at) => (at === bytes.length - 50 ? byte ^ 1 : byte))
    expect(await read(cem, new Blob([changed]))).toMatchObject({ isWhole: false, states: { broken: 1, settled: 1 } })
    expect(await nameAt(cem)).toBeUndefined()
  })

  test('somebody claims a million segments, or one of four gigabytes', async () => {
    const { jana, cem } = await twoOffices()
    const bytes = await bytesOf(await pack(jana))
    const [many, large] = [bytes.slice(), bytes.slice()]
    many.fill(255, 21, 25)
    large.fill(255, 25, 29)
    expect(await read(cem, new Blob([many]))).toMatchObject({ isWhole: false, segments: 1 })
    expect(await read(cem, new Blob([large]))).toMatchObject({ isWhole: false, segments: 0 })
    expect(await read(cem, new Blob([joinBytes(bytes, textBytes('und noch etwas'))]))).toMatchObject({ segments: 1 })
  })
})

describe('its name', () => {
  test.each([
    ['Bauamt', 'Jana', 'Lotse Bauamt 2026-11-20 von Jana.lotse'],
    ['Amt / 32: "Ordnung"', 'J\u202eana', 'Lotse Amt 32 Ordnung 2026-11-20 von J ana.lotse'],
    ['', '', 'Lotse 2026-11-20.lotse'],
    ['x'.repeat(300), 'y'.repeat(300), `Lotse ${'x'.repeat(60)} 2026-11-20 von ${'y'.repeat(40)}.lotse`],
  ])('%j by %j: %s', (name, person, expected) => {
    expect(lotseFileName(name, person, '2026-11-20')).toBe(expected)
  })

  test('it is known for what it is by its type and its first bytes', async () => {
    const { jana } = await twoOffices()
    const file = await pack(jana)
    expect(file.type).toBe(lotseFileType)
    expect(await isLotseFile(file)).toBe(true)
    expect(await isLotseFile(new Blob(['LOTSE-SEALED und mehr']))).toBe(false)
  })
})
