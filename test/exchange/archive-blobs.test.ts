import { createDecipheriv, hkdfSync, pbkdf2Sync } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { addAttachments } from '../../src/domain/attachments/add-attachments.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { documentOfTeam, team } from '../../src/domain/people/team.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { printArchive } from '../../src/exchange/archive.ts'
import { packArchive } from '../../src/exchange/pack-archive.ts'
import { isOwnFile, readArchiveFile } from '../../src/exchange/read-archive.ts'
import { makeArchiveSeal, pieceLength, sealing } from '../../src/exchange/seal-archive.ts'
import { sha256, textBytes, toHex } from '../../src/journal/bytes.ts'
import { noise as incompressible } from '../../src/storage/noise.ts'
import { archiveOf, digestWithBlobs } from '../../src/workspace/archive.ts'
import { compareArchive, restoreArchive } from '../../src/workspace/restore-archive.ts'
import type { Archive, ArchiveSeal, FileRefusal } from '../../src/workspace/exchange-port.ts'
import { generateArchive } from '../support/generate-archive.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'
import { sealedArchive, sealedText } from './golden-archive.ts'

const now = Date.UTC(2026, 10, 16, 8)
const passphrase = 'Grünes Licht für Brücke 7'

const noise = (length: number, seed: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, at) => (at * 2_654_435_761 + seed * 40_503) >>> 13)

/** Anna's team: a card with three photos, one of them larger than a line of the file. */
const office = async () => {
  const disk = memoryDisk()
  const anna = await memoryWorkspace('anna', memoryPorts(disk))
  await anna.run(foundTeam, {
    name: 'Bauamt',
    method: 'kanban',
    founderName: 'Anna',
    columns: [{ name: 'Bereit', category: 'open' }],
  })
  const [id] = anna.records.ids(team, 'all', 'all') as [string]
  const document = documentOfTeam(anna.records.get(team, id)!)
  await anna.run(createItem, { team: id, title: 'Schlagloch füllen' })
  const card = [...anna.records.all('item')][0]!.id
  const photos = [noise(7, 1), noise(120_001, 2), noise(49_152, 3)]
  const files = await Promise.all(
    photos.map(async bytes => {
      const kept = await anna.blobs.keep(document, bytes)
      return { name: 'Foto.jpg', mediaType: 'image/jpeg', hash: kept.ok ? kept.value : '', size: bytes.length }
    }),
  )
  await anna.run(addAttachments, { item: card, files })
  return { anna, disk, document, photos, hashes: files.map(({ hash }) => hash) }
}

const elsewhere = () => memoryWorkspace('ben', memoryPorts(undefined, { device: 'device-2', seed: 7 }), [])

const valueOf = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const packed = async (archive: Archive, seal?: ArchiveSeal): Promise<Blob> =>
  (await packArchive(archive, { seal })).file
const seal = valueOf(await makeArchiveSeal(passphrase))

describe('photos and files travel in the archive', () => {
  it('restored on an empty device they are the same, byte for byte, and are archived to the same file', async () => {
    const { anna } = await office()
    const file = await packed(await archiveOf(anna))
    const ben = await elsewhere()
    const archive = valueOf(await readArchiveFile(file, undefined))
    expect((await compareArchive(ben, archive, now)).blobs).toBe(3)
    expect(valueOf(await restoreArchive(ben, archive, now)).missing).toEqual([])
    expect(await digestWithBlobs(ben)).toBe(await digestWithBlobs(anna))
    expect(await (await packed(await archiveOf(ben))).text()).toBe(await file.text())
  })

  it('it is JSON that any tool reads, one line at a time', async () => {
    const { anna, hashes, photos } = await office()
    const text = await (await packed(await archiveOf(anna))).text()
    const json = JSON.parse(text) as { version: number; blobs: Record<string, string[]> }
    expect(json.version).toBe(2)
    expect(Object.keys(json.blobs)).toEqual(hashes.toSorted())
    expect(Buffer.concat(json.blobs[hashes[1]!]!.map(part => Buffer.from(part, 'base64')))).toEqual(
      Buffer.from(photos[1]!),
    )
    expect(Math.max(...text.split('\n').map(line => line.length))).toBeLessThan(66_000)
  })

  it('without any it is version 1, as every app reads it', async () => {
    const archive = generateArchive(3)
    expect(await (await packed(archive)).text()).toBe(printArchive(archive))
    expect(printArchive(archive)).toContain('"version":1')
  })

  it('the same photo in two teams is in it once', async () => {
    const { anna, document, photos } = await office()
    await anna.blobs.keep('team:alt#1', photos[0]!)
    const text = await (await packed(await archiveOf(anna))).text()
    expect(text.match(/":\[\n/g)).toHaveLength(3)
    expect(document).toContain('team:')
  })

  it('its digest tells a missing photo', async () => {
    const { anna, disk, document, hashes } = await office()
    const before = await digestWithBlobs(anna)
    disk.blobs.delete(`${document}/${hashes[0]}`)
    expect(await digestWithBlobs(anna)).not.toBe(before)
  })

  it('reports how far it is, and stops when asked to', async () => {
    const { anna } = await office()
    const shares: number[] = []
    await packArchive(await archiveOf(anna), { onProgress: share => shares.push(share) })
    expect(shares).toEqual([1 / 3, 2 / 3, 1])
    const stop = new AbortController()
    const stopped = packArchive(await archiveOf(anna), { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(stopped).rejects.toThrow()
  })
})

describe('a photo that is lost does not take the rest with it', () => {
  it('one that cannot be read is left out and named', async () => {
    const { anna, disk, document, hashes } = await office()
    const archive = await archiveOf(anna)
    disk.blobs.delete(`${document}/${hashes[2]}`)
    const { file, missing } = await packArchive(archive)
    expect(missing).toEqual([hashes[2]])
    const ben = await elsewhere()
    const restored = valueOf(await restoreArchive(ben, valueOf(await readArchiveFile(file, undefined)), now))
    expect(restored.missing).toEqual([{ document, hash: hashes[2], because: 'blobIsMissing' }])
    expect(await ben.digest()).toBe(await anna.digest())
  })

  it.each<[string, (text: string) => string]>([
    [
      'one letter of it changed',
      text =>
        text.replace(/"([A-Za-z0-9+/])([A-Za-z0-9+/]{100})/, (_, one, rest) => `"${one === 'A' ? 'B' : 'A'}${rest}`),
    ],
    ['the file is cut off in it', text => text.slice(0, -80)],
  ])('%s: the records and the other photos come', async (_case, damage) => {
    const { anna } = await office()
    const text = damage(await (await packed(await archiveOf(anna))).text())
    const archive = valueOf(await readArchiveFile(new Blob([text]), undefined))
    expect(archive.blobs?.size).toBe(2)
    expect(printArchive(archive)).toBe(printArchive(await archiveOf(anna)))
  })

  it('restoring the same archive once more brings what failed on a full disk', async () => {
    const { anna, hashes } = await office()
    const archive = await archiveOf(anna)
    const disk = memoryDisk()
    const ben = await memoryWorkspace('ben', memoryPorts(disk, { device: 'device-2', seed: 7 }), [])
    disk.failure = { because: 'storageFull', detail: '' }
    const first = valueOf(await restoreArchive(ben, archive, now))
    expect(first.missing.map(({ because }) => because)).toEqual(hashes.map(() => 'storageFull'))
    disk.failure = undefined
    expect(await compareArchive(ben, archive, now)).toMatchObject({ changes: [], blobs: 3 })
    expect(valueOf(await restoreArchive(ben, archive, now)).missing).toEqual([])
    expect(await digestWithBlobs(ben)).toBe(await digestWithBlobs(anna))
  })

  it('a snapshot that only names them finds those that lie here', async () => {
    const { anna } = await office()
    const snapshot = valueOf(await readArchiveFile(new Blob([printArchive(await archiveOf(anna))]), undefined))
    expect(snapshot.blobs).toBeUndefined()
    expect(valueOf(await restoreArchive(anna, snapshot, now)).missing).toEqual([])
    expect(valueOf(await restoreArchive(await elsewhere(), snapshot, now)).missing).toHaveLength(3)
  })
})

describe('what is no archive is refused', () => {
  it.each<[string, (text: string) => string, FileRefusal]>([
    [
      'a strange line among the photos',
      text => text.replace('\n],', '\n,"x":1],'),
      { because: 'fieldBroken', path: 'blobs' },
    ],
    ['base64 that is none', text => text.replace('\n],', '\n"$$$"\n],'), { because: 'fieldBroken', path: 'blobs' }],
    ['records cut off', text => text.slice(0, 200), { because: 'jsonBroken', line: 3, column: 1 }],
  ])('%s', async (_case, damage, refusal) => {
    const { anna } = await office()
    const text = damage(await (await packed(await archiveOf(anna))).text())
    expect(await readArchiveFile(new Blob([text]), undefined)).toMatchObject({
      ok: false,
      refusal: { because: refusal.because },
    })
  })
})

describe('sealed with a passphrase', () => {
  it('it says nothing without it, and everything with it', async () => {
    const { anna } = await office()
    const file = await packed(await archiveOf(anna), seal)
    expect(await isOwnFile(file)).toBe(true)
    expect(await file.text()).not.toContain('Schlagloch')
    expect(await readArchiveFile(file, undefined)).toEqual({ ok: false, refusal: { because: 'passphraseNeeded' } })
    const wrong = await readArchiveFile(file, 'Grünes Licht für Brücke 8')
    expect(wrong).toEqual({ ok: false, refusal: { because: 'passphraseWrong' } })
    const ben = await elsewhere()
    const archive = valueOf(await readArchiveFile(file, passphrase))
    await restoreArchive(ben, archive, now)
    expect(await digestWithBlobs(ben)).toBe(await digestWithBlobs(anna))
  })

  it('umlauts may be typed in either form', async () => {
    const file = await packed(generateArchive(1), seal)
    expect((await readArchiveFile(file, passphrase.normalize('NFD'))).ok).toBe(true)
  })

  it('a short passphrase is refused', async () => {
    expect(await makeArchiveSeal('Brücke7')).toEqual({
      ok: false,
      refusal: { because: 'passphraseIsTooShort', shortest: 12 },
    })
  })

  it('two files of one seal share no key', async () => {
    const [one, other] = await Promise.all([packed(generateArchive(1), seal), packed(generateArchive(1), seal)])
    expect(await one.slice(50).text()).not.toBe(await other.slice(50).text())
  })

  it('nothing in it can be changed, cut off, left out or moved', async () => {
    const pieces = Uint8Array.from(incompressible(2 * pieceLength + 5000))
    const archive = { ...generateArchive(1), blobs: new Map([[toHex(await sha256(pieces)), new Blob([pieces])]]) }
    const whole = new Uint8Array(await (await packed(archive, seal)).arrayBuffer())
    const head = 66
    const piece = pieceLength + 16
    const [a, b, rest] = [
      whole.slice(head, head + piece),
      whole.slice(head + piece, head + 2 * piece),
      whole.slice(head + 2 * piece),
    ]
    expect(rest.length).toBeGreaterThan(100)
    const flipped = whole.slice()
    flipped[head + piece + 77]! ^= 1
    const start = whole.slice(0, head)
    for (const parts of [
      [flipped],
      [start, a],
      [start, a, b],
      [start, b, a, rest],
      [start, b, rest],
      [start, a, b, rest.slice(0, -9)],
      [start],
    ])
      expect(await readArchiveFile(new Blob(parts), passphrase)).toMatchObject({
        ok: false,
        refusal: { because: 'sealBroken' },
      })
    expect((await readArchiveFile(new Blob([whole]), passphrase)).ok).toBe(true)
  })

  test.each<[string, number, number, string]>([
    ['a newer version', 12, 2, 'newerArchive'],
    ['a newer algorithm', 13, 2, 'newerArchive'],
    ['iterations without end', 14, 255, 'sealBroken'],
    ['another salt', 20, 1, 'passphraseWrong'],
  ])('its head with %s', async (_case, at, value, because) => {
    const bytes = new Uint8Array(await (await packed(generateArchive(1), seal)).arrayBuffer())
    bytes[at] = bytes[at] === value ? value + 1 : value
    expect(await readArchiveFile(new Blob([bytes]), passphrase)).toMatchObject({ ok: false, refusal: { because } })
  })
})

describe('the sealed form, version 1', () => {
  const salt = (start: number) => Uint8Array.from({ length: 16 }, (_, at) => start + at)

  it('byte by byte', async () => {
    const fixed = valueOf(await makeArchiveSeal(passphrase, salt(1)))
    const through = await sealing(fixed, salt(100))
    const content = Uint8Array.from(gzipSync(sealedText))
    const sealed = new Uint8Array(await new Response(new Blob([content]).stream().pipeThrough(through)).arrayBuffer())
    expect(toHex(sealed.subarray(0, 66))).toBe(sealedArchive.slice(0, 132))
    if (toHex(content).startsWith('1f8b')) expect(sealed.length).toBe(66 + content.length + 16)
  })

  it('another implementation opens it by the description alone', () => {
    const file = Buffer.from(sealedArchive, 'hex')
    const head = file.subarray(0, 66)
    const secret = pbkdf2Sync(passphrase, head.subarray(18, 34), head.readUInt32BE(14), 32, 'sha512')
    const keys = Buffer.from(hkdfSync('sha256', secret, head.subarray(34, 50), 'lotse/archive/1', 48))
    expect(keys.subarray(32).equals(head.subarray(50))).toBe(true)
    const opened = createDecipheriv('aes-256-gcm', keys.subarray(0, 32), Buffer.from([...new Uint8Array(11), 1]))
    opened.setAAD(head)
    opened.setAuthTag(file.subarray(-16))
    const plain = Buffer.concat([opened.update(file.subarray(66, -16)), opened.final()])
    expect(gunzipSync(plain).toString()).toBe(sealedText)
  })

  it('a file of the day before opens', async () => {
    const file = new Blob([Uint8Array.from(Buffer.from(sealedArchive, 'hex'))])
    expect(valueOf(await readArchiveFile(file, passphrase))).toEqual({ workspace: 'musterstadt', documents: {} })
    expect(textBytes(sealedText).length).toBeGreaterThan(50)
  })
})
