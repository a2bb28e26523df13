import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { textBytes } from '../../src/journal/bytes.ts'
import { refusalOf } from '../journal/office.ts'
import { MemoryFolder } from '../support/memory-store.ts'
import { nodeStore } from '../support/node-store.ts'
import { storeContract } from './store-contract.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lotse-team-'))
  folders.push(folder)
  return folder
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

describe('a folder in memory, which scenes stand on, keeps the contract', () => {
  storeContract(async () => {
    const { store } = new MemoryFolder()
    return { store, other: store }
  })
})

describe('a folder on a disk keeps the contract', () => {
  storeContract(async () => {
    const folder = await newFolder()
    return { store: nodeStore(folder), other: nodeStore(folder) }
  })

  test('it is taken away: that is told, and nothing is made in its place', async () => {
    const folder = await newFolder()
    const store = nodeStore(folder)
    await rm(folder, { recursive: true })
    const results = [await store.list('tag'), await store.put('tag/jana/1-1.seg', textBytes('eins'))]
    expect(results.map(refusalOf)).toMatchObject([{ because: 'folderGone' }, { because: 'folderGone' }])
  })
})
