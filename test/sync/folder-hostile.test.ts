import '../storage/fake-browser.ts'
import { afterEach, describe, expect, test } from 'vitest'
import { equalBytes, sha256, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { packLotseFile } from '../../src/sync/store/lotse-file.ts'
import { readLotseFile } from '../../src/sync/store/read-lotse-file.ts'
import { openSegment, sealSegment, segmentMaterial } from '../../src/sync/store/segment.ts'
import { workspace } from '../storage/desk.ts'
import { valueOf } from '../journal/office.ts'
import { chance } from '../support/memory-office.ts'
import { mutations } from '../support/mutations.ts'
import { closeOffices, digestAt, headsAt, nameAt, welcome, write, type Office } from './support/offices.ts'
import { allLook, closeSyncs, filesOf, folderOf, over, spanOf, twoOffices } from './support/team-folder.ts'

const seed = Number(process.env['SEED'] ?? 20_261_120)
/** Each is a folder full of changed files, looked at by a real browser's journal. */
const together = 250

afterEach(() => {
  closeSyncs()
  closeOffices()
})

const team = 'team:ab12#1'

/** A member lays something down that the app would never lay down. */
const slip = async (
  { keys }: Office,
  entries: readonly Bytes[],
  { document = workspace, as }: Readonly<{ document?: string; as?: Office }> = {},
): Promise<Bytes> => {
  const seal = await keys.sealOf(document)
  return valueOf(await sealSegment({ document, entries }, { ...seal!, device: (as ?? { keys }).keys.own }))
}

const refusedAt = async ({ replicator }: Office) => (await replicator.status()).refused

/** Jana and Cem have everything of each other. */
const atWork = async () => {
  const offices = await twoOffices()
  const { jana, cem, janas, cems } = offices
  await write(jana, 'Eins')
  await write(cem, 'Zwei')
  await allLook(janas, cems)
  return offices
}

describe('a member who turns against the others', () => {
  test('cannot lay anything down in Jana’s name', async () => {
    const { jana, cem, folder, janas, cems } = await atWork()
    const [entry] = await cem.journal.entries([spanOf(cem)], 1_000_000)
    const broken = entry!.map((byte, at) => (at === entry!.length - 1 ? byte ^ 1 : byte))
    folder.lay(`${folderOf(jana)}900-900.seg`, await slip(cem, [broken], { as: jana }))
    await allLook(janas, cems)
    expect(janas.status().files.foreign).toBe(1)
    expect(await refusedAt(jana)).toEqual([])
  })

  test.each([
    ['an entry of hers from another document', (jana: Office) => jana.journal.entries([spanOf(jana, team)], 1_000_000)],
    ['a checkpoint of hers among changes', (jana: Office) => jana.journal.checkpoint(workspace)],
  ])('cannot end Jana’s chain at Dörte’s with %s', async (_what, entriesOf) => {
    const { jana, cem, folder, janas } = await atWork()
    const doerte = await welcome(jana, 'doerte')
    const doertes = over(doerte, folder.store)
    await write(jana, 'Drei', team)
    await allLook(janas, doertes)
    const own = await cem.journal.entries([spanOf(cem)], 1_000_000)
    const genuine = await entriesOf(jana)
    folder.lay(`${folderOf(cem)}900-901.seg`, await slip(cem, [...own, ...(genuine ?? [])]))
    await allLook(doertes)
    expect(doertes.status().files.foreign).toBe(1)
    await write(jana, 'Vier')
    await allLook(janas, doertes)
    expect(await nameAt(doerte)).toBe('Vier')
    expect(await refusedAt(doerte)).toEqual([])
  })

  test('cannot keep Jana’s words from Dörte by laying them down so that only Jana can read them', async () => {
    const { jana, cem, folder, janas } = await atWork()
    const doerte = await welcome(jana, 'doerte')
    await write(jana, 'Drei')
    const entries = await jana.journal.entries([spanOf(jana)], 1_000_000)
    const material = await segmentMaterial(crypto.getRandomValues(new Uint8Array(32)))
    const recipients = [jana.keys.sealingPublic(toHex(jana.keys.own))!]
    const seal = { ...(await cem.keys.sealOf(workspace))!, material, recipients }
    folder.lay(`${folderOf(cem)}900-900.seg`, valueOf(await sealSegment({ document: workspace, entries }, seal)))
    await allLook(janas, over(doerte, folder.store))
    expect(await nameAt(doerte)).toBe('Drei')
  })

  test('who brings entries that nobody has signed is left with them; the digest is what it was', async () => {
    const { jana, cem, folder, janas, cems } = await atWork()
    const before = await digestAt(jana)
    const [entry] = await cem.journal.entries([spanOf(cem)], 1_000_000)
    const random = chance(seed)
    const many = Array.from({ length: 300 }, () => changed(entry!, random))
    for (const index of [1, 2, 3])
      folder.lay(
        `${folderOf(cem)}90${index}-90${index}.seg`,
        await slip(cem, many.slice(100 * (index - 1), 100 * index)),
      )
    await allLook(janas, cems)
    expect(await digestAt(jana)).toBe(before)
    await write(cem, 'Drei')
    await allLook(cems, janas)
    expect(await nameAt(jana)).toBe('Drei')
  })
})

const changed = (bytes: Bytes, random: () => number): Bytes => {
  const copy = bytes.slice(0, random() < 0.2 ? Math.floor(random() * bytes.length) : bytes.length)
  for (let count = 1 + Math.floor(random() * 4); count > 0 && copy.length > 0; count--) {
    const at = Math.floor(random() * copy.length)
    copy[at] = Number(copy[at]) ^ (1 + Math.floor(random() * 255))
  }
  return copy
}

/** What lies there has a right sum again, half of the time: then it is the seal that has to hold. */
const resummed = async (bytes: Bytes, random: () => number): Promise<Bytes> => {
  if (bytes.length < 140 || random() < 0.5) return bytes
  const copy = bytes.slice()
  new DataView(copy.buffer).setUint32(21, copy.length)
  copy.set(await sha256(copy.slice(0, -32)), copy.length - 32)
  return copy
}

/** Some changes are taken back by the right sum. */
const spoiled = async (bytes: Bytes, random: () => number): Promise<Bytes> => {
  const other = await resummed(changed(bytes, random), random)
  return equalBytes(other, bytes) ? spoiled(bytes, random) : other
}

describe('whoever keeps the folder', () => {
  test(`changes ${mutations} files (seed ${seed}): nobody’s content moves, nobody is accused, and what is whole is read`, async () => {
    const { jana, cem, folder, janas, cems } = await atWork()
    const before = { digest: await digestAt(cem), heads: await headsAt(cem) }
    const originals = [...folder.files].map(([path, { bytes }]) => ({ path, bytes }))
    const random = chance(seed)
    for (let done = 0; done < mutations; done += together) {
      const names: string[] = []
      for (let index = 0; index < Math.min(together, mutations - done); index++) {
        const { path, bytes } = originals[Math.floor(random() * originals.length)]!
        const name = path.replace('.seg', ` (${index}).seg`)
        folder.lay(name, await spoiled(bytes, random))
        names.push(name)
      }
      await cems.look()
      expect(cems.status().files).toMatchObject({ settled: originals.length, waiting: 0 })
      for (const name of names) folder.files.delete(name)
    }
    expect({ digest: await digestAt(cem), heads: await headsAt(cem) }).toEqual(before)
    expect(await refusedAt(cem)).toEqual([])
    await write(jana, 'Drei')
    await allLook(janas, cems)
    expect(await nameAt(cem)).toBe('Drei')
    expect(filesOf(folder, jana).length).toBeLessThan(10)
  })

  test('puts the folder of another workspace beside ours, or into it', async () => {
    const [ours, theirs] = [await atWork(), await atWork()]
    const before = await digestAt(ours.cem)
    for (const [path, { bytes }] of theirs.folder.files) {
      ours.folder.lay(path, bytes)
      ours.folder.lay(path.replace(/^[^/]+/, toHex(ours.jana.keys.tag)), bytes)
    }
    await allLook(ours.janas, ours.cems)
    expect(await digestAt(ours.cem)).toBe(before)
    expect(ours.cems.status().files.foreign).toBe(theirs.folder.files.size)
  })
})

describe('whoever carries the file', () => {
  test(`changes ${mutations / 50} files (seed ${seed}): nothing of it counts that is not as it was packed`, async () => {
    const { jana, cem } = await atWork()
    await write(jana, 'Drei')
    const { keys, members, journal, replicator } = jana
    const packed = await packLotseFile({ keys, members, journal, arrivals: replicator.arrivals })
    const bytes = new Uint8Array(await packed.arrayBuffer())
    const parts = { keys: cem.keys, members: cem.members, journal: cem.journal, arrivals: cem.replicator.arrivals }
    const random = chance(seed)
    const opener = await cem.keys.opener()
    const [content] = await jana.journal.entries([{ ...spanOf(jana), from: 2 }], 1_000_000)
    for (let index = 0; index < mutations / 50; index++) {
      await readLotseFile(parts, new Blob([changed(bytes, random)]))
      const head = (await headsAt(cem))[toHex(jana.keys.own)]
      expect([1, 2]).toContain(head)
    }
    expect((await openSegment(content!, opener)).ok).toBe(false)
    expect(await refusedAt(cem)).toEqual([])
    valueOf(await readLotseFile(parts, packed))
    expect(await digestAt(cem)).toBe(await digestAt(jana))
  })
})
