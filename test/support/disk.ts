import type { Page } from 'playwright'

/** A row of one table of the workspace's database, as it lies on the disk. */
export type DiskRow = Readonly<Record<string, unknown>>

/** All rows of a table of the only workspace, or the sample's when there is one more: read beside the app, by no code of it. */
export const rowsOnDisk = (page: Page, table: string): Promise<readonly DiskRow[]> =>
  page.evaluate(async wanted => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]))
    const own = names.filter(name => /^lotse:[0-9a-f]{64}$/.test(name))
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(own[0] ?? '')
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('not opened')))
    })
    const rows = await new Promise<DiskRow[]>((resolve, reject) => {
      const request = database.transaction(wanted).objectStore(wanted).getAll()
      request.addEventListener('success', () => resolve(request.result as DiskRow[]))
      request.addEventListener('error', () => reject(request.error ?? new Error('not read')))
    })
    database.close()
    return rows.map(row => ({ ...row, bytes: undefined, hash: undefined, state: undefined }))
  }, table)

type Heads = Readonly<Record<string, number>>
type HeadRow = Readonly<{ document: string; device: string; ref: Readonly<{ seq: number }> }>
type Reaching = Readonly<{ document: string; part?: number; heads?: Heads; copy?: Heads }>

/** A copy is stored anew when this many entries lie behind it. */
const copyAfter = 64

/** Caches that do not reach as far as they should behind the journal; empty once the leader's housework is done. */
export const behindJournal = async (page: Page): Promise<readonly string[]> => {
  const heads = (await rowsOnDisk(page, 'heads')) as unknown as readonly HeadRow[]
  const read = async (table: string) => (await rowsOnDisk(page, table)) as unknown as readonly Reaching[]
  const [copies, pictures, clocks] = [await read('covered'), await read('pictures'), await read('clock')]
  const reach = (rows: readonly Reaching[], { document, device }: HeadRow): number => {
    const row = rows.find(one => one.document === document && (one.part ?? 0) === 0)
    return (row?.heads ?? row?.copy)?.[device] ?? 0
  }
  return heads
    .filter(({ document }) => !document.startsWith('membership'))
    .flatMap(head => [
      ...(head.ref.seq - reach(copies, head) >= copyAfter ? [`copy of ${head.document}`] : []),
      ...(reach(pictures, head) < head.ref.seq ? [`picture of ${head.document}`] : []),
      ...(reach(clocks, head) < head.ref.seq ? [`read model of ${head.document}`] : []),
    ])
}

/** Titles of cards in the read model. */
export const projectedTitles = async (page: Page): Promise<readonly string[]> => {
  const rows = await rowsOnDisk(page, 'records')
  return rows.flatMap(({ type, record }) =>
    type === 'item' ? [String((record as { readonly title: unknown }).title)] : [],
  )
}
