import { expect, test } from 'vitest'
import { sha256, textBytes, toHex } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import type { Blobs } from '../../src/workspace/blob-port.ts'

const [bau, digital] = ['team:bau#1', 'team:digital#1']
const photo = textBytes('Schlagloch in der Hauptstraße')

const kept = async (blobs: Blobs, document: string, bytes: Uint8Array): Promise<string> => {
  const result = await blobs.keep(document, bytes)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** What every place for photos and files has to keep. `make` opens an empty one for each scene. */
export const blobContract = (make: () => Promise<Blobs>): void => {
  test('what was kept comes back under the hash of its bytes', async () => {
    const blobs = await make()
    const hash = await kept(blobs, bau, photo)
    expect(hash).toBe(toHex(await sha256(photo)))
    expect(await blobs.read(bau, hash)).toEqual({ ok: true, value: photo })
  })

  test('an empty file is a file', async () => {
    const blobs = await make()
    const hash = await kept(blobs, bau, new Uint8Array())
    expect(await blobs.read(bau, hash)).toEqual({ ok: true, value: new Uint8Array() })
  })

  test('the same photo twice is kept once per document', async () => {
    const blobs = await make()
    for (const document of [bau, bau, digital]) await kept(blobs, document, photo)
    expect(await blobs.list(bau)).toMatchObject([{ document: bau, size: photo.length }])
    expect(await blobs.list()).toHaveLength(2)
  })

  test('over 10 MB it is refused', async () => {
    const refused = await (await make()).keep(bau, new Uint8Array(caps.blobBytes + 1))
    expect(refused).toMatchObject({ ok: false, refusal: { because: 'blobIsTooLarge', most: caps.blobBytes } })
  })

  test('what is not here is said', async () => {
    const hash = 'ab'.repeat(32)
    expect(await (await make()).read(bau, hash)).toEqual({ ok: false, refusal: { because: 'blobIsMissing', hash } })
    expect((await (await make()).read(bau, 'no hash')).ok).toBe(false)
  })

  test('a card was moved to another team: its photo is found, and kept there too', async () => {
    const blobs = await make()
    const hash = await kept(blobs, bau, photo)
    expect(await blobs.read(digital, hash)).toEqual({ ok: true, value: photo })
    expect((await blobs.list(digital)).map(info => info.hash)).toEqual([hash])
  })

  test('removing spares what was kept again meanwhile, and other documents', async () => {
    const blobs = await make()
    const hash = await kept(blobs, bau, photo)
    await kept(blobs, digital, photo)
    const [info] = await blobs.list(bau)
    await blobs.remove(bau, [hash], info!.keptAt)
    expect(await blobs.list(bau)).toHaveLength(1)
    await blobs.remove(bau, [hash], info!.keptAt + 1)
    expect((await blobs.list()).map(({ document }) => document)).toEqual([digital])
  })
}
