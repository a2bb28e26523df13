import { expect, test } from 'vitest'
import { equalBytes, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import type { Store } from '../../src/sync/store/store.ts'
import { refusalOf, valueOf } from '../journal/office.ts'

export type StoreUnderTest = Readonly<{
  store: Store
  /** Another device's way to the same place. */
  other: Store
}>

const filled = (length: number): Bytes => new Uint8Array(length).map((_, at) => at % 251)

const namesIn = async (store: Store, below = 'tag') =>
  valueOf(await store.list(below))
    .map(({ path }) => path)
    .sort()

/** What every place has to keep where devices leave files for each other. `make` gives an empty one for each scene. */
export const storeContract = (make: () => Promise<StoreUnderTest>): void => {
  test('nothing is there, and nothing is an answer', async () => {
    const { store } = await make()
    expect(valueOf(await store.list('tag'))).toEqual([])
    expect(valueOf(await store.read('tag/jana/1-4.seg', 100))).toBeUndefined()
    expect(valueOf(await store.remove('tag/jana/1-4.seg'))).toBe(true)
  })

  test('what Jana puts down Cem finds, with its size, and reads as it was', async () => {
    const { store, other } = await make()
    expect(valueOf(await store.put('tag/jana/1-4.seg', textBytes('Bauantrag')))).toBe(true)
    expect(valueOf(await other.list('tag'))).toMatchObject([{ path: 'tag/jana/1-4.seg', size: 9 }])
    expect(valueOf(await other.read('tag/jana/1-4.seg', 9))).toEqual(textBytes('Bauantrag'))
  })

  test('of what lies deeper, and of what somebody else has put there, the listing tells too; of other folders not', async () => {
    const { store, other } = await make()
    await store.put('tag/jana/1-4.seg', textBytes('eins'))
    await store.put('tag/sig/cem/0a', textBytes('zwei'))
    await other.put('tag/Vertrag (Kopie).docx', textBytes('drei'))
    await other.put('anderes/cem/1-1.seg', textBytes('vier'))
    expect(await namesIn(store)).toEqual(['tag/Vertrag (Kopie).docx', 'tag/jana/1-4.seg', 'tag/sig/cem/0a'])
    expect(await namesIn(store, 'tag/sig/cem')).toEqual(['tag/sig/cem/0a'])
  })

  test('a name that is taken stays with what it has', async () => {
    const { store, other } = await make()
    await store.put('tag/jana/1-4.seg', textBytes('zuerst'))
    expect(refusalOf(await other.put('tag/jana/1-4.seg', textBytes('danach')))).toEqual({ because: 'nameIsTaken' })
    expect(valueOf(await store.read('tag/jana/1-4.seg', 100))).toEqual(textBytes('zuerst'))
  })

  test('what is larger than was asked for is not read', async () => {
    const { store } = await make()
    await store.put('tag/jana/1-4.seg', filled(1_000))
    expect(valueOf(await store.read('tag/jana/1-4.seg', 999))).toBeUndefined()
    expect(valueOf(await store.read('tag/jana/1-4.seg', 1_000))).toHaveLength(1_000)
  })

  test.each([0, 1, 3_000_000])('%i bytes come back as they were', async size => {
    const { store, other } = await make()
    const bytes = filled(size)
    await store.put('tag/jana/1-4.seg', bytes)
    const read = valueOf(await other.read('tag/jana/1-4.seg', 4_000_000))
    expect(read && equalBytes(read, bytes)).toBe(true)
  })

  test('what was taken away is gone for everybody, and its name is free', async () => {
    const { store, other } = await make()
    await store.put('tag/jana/1-4.seg', textBytes('eins'))
    expect(valueOf(await other.remove('tag/jana/1-4.seg'))).toBe(true)
    expect(await namesIn(store)).toEqual([])
    expect(valueOf(await store.put('tag/jana/1-4.seg', textBytes('zwei')))).toBe(true)
  })

  test('both put down at once: everything is there', async () => {
    const { store, other } = await make()
    const names = Array.from({ length: 20 }, (_, index) => `tag/${index % 2 ? 'jana' : 'cem'}/${index}-${index}.seg`)
    await Promise.all(names.map((name, index) => (index % 2 ? store : other).put(name, textBytes(name))))
    expect(await namesIn(store)).toEqual(names.toSorted())
  })
}
