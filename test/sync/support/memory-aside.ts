import { refoldOf } from '../../../src/workspace/refold.ts'
import { beyondTheCut, placeKey, type DeviceId, type Journal, type Lying } from '../../../src/workspace/journal-port.ts'
import type { Hand } from './cryptography.ts'
import type { MemoryDisk, Run } from './memory-disk.ts'

type Parts = Readonly<{ disk: MemoryDisk; run: Run; hand: Hand }>
type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>

/** What members may still give back takes its places: a device whose own entries lie beyond a cut writes nothing new. */
export const ownIsCut = (disk: MemoryDisk, document: string, device: DeviceId): boolean =>
  disk.aside.some(row => row.document === document && row.device === device && row.reason === beyondTheCut)

const lyingIn = (disk: MemoryDisk, document: string): Lying => {
  const { rows, beginning } = disk.of(document)
  return { entries: [...rows.values()].flat(), begins: beginning?.chains ?? new Map() }
}

/** How documents are set in order, and what lies beside them. */
export const asidePort = (
  { disk, run, hand }: Parts,
  inTurn: InTurn,
): Pick<Journal, 'refold' | 'aside' | 'settle' | 'letGo' | 'setAside'> => ({
  refold: bench =>
    inTurn(async () => {
      const { document } = bench
      const refold = disk.read(() => refoldOf(lyingIn(disk, document), disk.ledger(document), bench))
      if (!refold) return { ok: true, isChanged: false }
      try {
        await disk.commit(run, () => disk.refold(document, refold, hand.device))
        return { ok: true, isChanged: true }
      } catch {
        return { ok: false, failure: { because: 'storageFull', detail: 'The disk is full' } }
      }
    }),
  aside: async document =>
    disk.read(() => disk.aside.filter(row => document === undefined || row.document === document)),
  settle: async (document, places, how) => {
    const meant = new Set(places.map(placeKey))
    await disk.commit(run, () => {
      disk.aside = disk.aside.map(row => {
        if (row.document !== document || !meant.has(placeKey(row))) return row
        const { settled, ...open } = row
        return how === settled || !how ? open : { ...open, settled: how }
      })
    })
  },
  letGo: async (document, places) => {
    const gone = new Set(places.map(placeKey))
    await disk.commit(run, () => {
      disk.aside = disk.aside.filter(row => row.document !== document || !gone.has(placeKey(row)))
    })
  },
  setAside: rows =>
    disk.commit(run, () => {
      for (const row of rows) {
        disk.setAside(row)
        if (row.reason === 'fork' || row.reason === beyondTheCut) continue
        const { ended } = disk.of(row.document)
        ended.set(row.device, Math.min(row.seq, ended.get(row.device) ?? Infinity))
      }
    }),
})
