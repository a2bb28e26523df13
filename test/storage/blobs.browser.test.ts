import { describe, expect, test } from 'vitest'
import { textBytes } from '../../src/journal/bytes.ts'
import { blobScenes } from './blobs.scenes.ts'
import { foundOffice, openDesk } from './desk.ts'

describe('photos and files in Chromium', blobScenes)

describe('copies for snapshots', () => {
  const bau = 'team:bau#1'
  const [pothole, fence] = [textBytes('Schlagloch'), textBytes('Bauzaun')]

  const deskWithPhotos = async () => {
    const desk = await openDesk((await foundOffice()).id)
    const kept = await Promise.all([pothole, fence].map(bytes => desk.ports.blobs.keep(bau, bytes)))
    const hashes = kept.map(result => (result.ok ? result.value : ''))
    return { desk, hashes: hashes as [string, string], copies: desk.blobCopies! }
  }

  test('are written once, follow what is named, and mend what the database has lost', async () => {
    const { desk, hashes, copies } = await deskWithPhotos()
    let fetched = 0
    const wanted = (...names: string[]) =>
      new Map(
        names.map(name => {
          const arrayBuffer = async () => {
            fetched++
            const read = await desk.ports.blobs.read(bau, name)
            return read.ok ? read.value.buffer : new ArrayBuffer()
          }
          return [name, { size: 1, arrayBuffer }]
        }),
      )
    await copies.follow(wanted(...hashes))
    await copies.follow(wanted(...hashes))
    expect(fetched).toBe(2)
    await desk.database.blobs.clear()
    await desk.database.blobFacts.clear()
    expect(await desk.ports.blobs.read(bau, hashes[0])).toEqual({ ok: true, value: pothole })
    await copies.follow(wanted(hashes[0]))
    expect([...(await copies.list()).keys()]).toEqual([hashes[0]])
    expect(await desk.ports.blobs.read(bau, hashes[1])).toMatchObject({ refusal: { because: 'blobIsMissing' } })
    expect((await desk.snapshots.list()).length).toBe(0)
  })

  test('one that is not as it was written is none', async () => {
    const { desk, hashes, copies } = await deskWithPhotos()
    await copies.follow(new Map([[hashes[0], new Blob([fence])]]))
    expect(await copies.read(hashes[0])).toBeUndefined()
    expect(await copies.read('no hash')).toBeUndefined()
    await desk.database.blobs.clear()
    expect((await desk.ports.blobs.read(bau, hashes[0])).ok).toBe(false)
  })
})
