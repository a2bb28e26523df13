import { afterEach, describe, expect, test } from 'vitest'
import { textBytes } from '../../src/journal/bytes.ts'
import { directoryStore, type DirectoryHandle } from '../../src/sync/carriers/directory-store.ts'
import { storeContract } from '../contracts/store-contract.ts'
import { refusalOf, valueOf } from '../journal/office.ts'

/** The browser's private files have the very interface a folder on a drive has. */
let serial = 0
const newFolder = async (name = `Team ${serial++}`): Promise<DirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true })

const { createWritable } = FileSystemFileHandle.prototype

afterEach(async () => {
  FileSystemFileHandle.prototype.createWritable = createWritable
  const root = await navigator.storage.getDirectory()
  for await (const name of root.keys()) await root.removeEntry(name, { recursive: true })
})

/** From now on writing fails; a full drive keeps half of what it was given. */
const spoilWriting = (failure: string, keepsHalf = false): void => {
  FileSystemFileHandle.prototype.createWritable = async function (this: FileSystemFileHandle, options) {
    if (!keepsHalf) throw new DOMException('made up', failure)
    const stream = await createWritable.call(this, options)
    const write = async (bytes: Uint8Array<ArrayBuffer>) => {
      await stream.write(bytes.slice(0, bytes.length / 2))
      await stream.close()
      throw new DOMException('made up', failure)
    }
    return Object.assign(Object.create(stream) as FileSystemWritableFileStream, { write, abort: async () => undefined })
  }
}

const withPermission = (folder: DirectoryHandle, state: PermissionState): DirectoryHandle => {
  Object.defineProperty(folder, 'queryPermission', { value: async () => state })
  return folder
}

describe('a folder of the browser keeps the contract', () => {
  storeContract(async () => {
    const folder = await newFolder()
    return { store: directoryStore(folder), other: directoryStore(folder) }
  })
})

describe('the team’s folder', () => {
  test('everything lies in “lotse”; who has chosen that folder itself means the same', async () => {
    const folder = await newFolder()
    await directoryStore(folder).put('tag/jana/1-1.seg', textBytes('eins'))
    const inner = await folder.getDirectoryHandle('lotse')
    expect(valueOf(await directoryStore(inner).list('tag'))).toMatchObject([{ path: 'tag/jana/1-1.seg', size: 4 }])
  })

  test('it is taken away while we look: that is told, and nothing is made in its place', async () => {
    const root = await navigator.storage.getDirectory()
    const store = directoryStore(await newFolder('Netzlaufwerk'))
    await store.put('tag/jana/1-1.seg', textBytes('eins'))
    await root.removeEntry('Netzlaufwerk', { recursive: true })
    const results = [await store.list('tag'), await store.put('tag/jana/2-2.seg', textBytes('zwei'))]
    expect(results.map(refusalOf)).toMatchObject([{ because: 'folderGone' }, { because: 'folderGone' }])
    await newFolder('Netzlaufwerk')
    expect(valueOf(await store.list('tag'))).toEqual([])
    expect(valueOf(await store.put('tag/jana/1-1.seg', textBytes('eins')))).toBe(true)
  })

  test.each(['prompt', 'denied'] as const)('the permission is "%s": that is told, whatever is asked', async state => {
    const folder = await newFolder()
    spoilWriting('NotAllowedError')
    const store = directoryStore(withPermission(folder, state))
    const results = [await store.list('tag'), await store.put('tag/jana/1-1.seg', textBytes('eins'))]
    expect(results.map(refusalOf)).toMatchObject([{ because: 'permissionLost' }, { because: 'permissionLost' }])
  })

  test.each([
    ['NoModificationAllowedError', 'folderReadOnly'],
    ['NotAllowedError', 'folderReadOnly'],
    ['QuotaExceededError', 'folderFull'],
    ['InvalidStateError', 'storeFailed'],
  ])('writing fails with %s: %s, and no file is left behind', async (name, because) => {
    const store = directoryStore(await newFolder())
    spoilWriting(name)
    expect(refusalOf(await store.put('tag/jana/1-1.seg', textBytes('eins')))).toMatchObject({ because })
    expect(valueOf(await store.list('tag'))).toEqual([])
  })

  test('a full drive keeps half of a file: it is not left there for others to find', async () => {
    const store = directoryStore(await newFolder())
    spoilWriting('QuotaExceededError', true)
    const refusal = refusalOf(await store.put('tag/jana/1-1.seg', textBytes('Bauantrag')))
    expect(refusal).toMatchObject({ because: 'folderFull' })
    expect(valueOf(await store.list('tag'))).toEqual([])
  })

  test('a file where a folder should be is nobody’s folder', async () => {
    const folder = await newFolder()
    await folder.getFileHandle('lotse', { create: true })
    expect(valueOf(await directoryStore(folder).list('tag'))).toEqual([])
    expect(refusalOf(await directoryStore(folder).put('tag/jana/1-1.seg', textBytes('eins')))).toMatchObject({
      because: 'storeFailed',
    })
  })
})
