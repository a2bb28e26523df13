import type { SaveFailure } from '../../../src/workspace/ports.ts'
import {
  beyondTheCut,
  placeKey,
  type Chain,
  type DeviceId,
  type Journal,
  type Kept,
  type Lying,
} from '../../../src/workspace/journal-port.ts'
import type { Hand } from './cryptography.ts'
import type { MemoryDisk, Run } from './memory-disk.ts'

type Parts = Readonly<{ disk: MemoryDisk; run: Run; hand: Hand }>
type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>

const moved: SaveFailure = { because: 'storageFailed', detail: 'A chain has moved' }

/** What members may still give back takes its places: a device whose own entries lie beyond a cut writes nothing new. */
export const ownIsCut = (disk: MemoryDisk, document: string, device: DeviceId): boolean =>
  disk.aside.some(row => row.document === document && row.device === device && row.reason === beyondTheCut)

const lyingIn = (disk: MemoryDisk, document: string): Lying => {
  const { rows, beginning } = disk.of(document)
  return { entries: [...rows.values()].flat(), begins: beginning?.chains ?? new Map() }
}

const sameChains = (one: ReadonlyMap<DeviceId, Chain>, other: ReadonlyMap<DeviceId, Chain>): boolean =>
  one.size === other.size && [...one].every(([device, { head }]) => other.get(device)?.head.seq === head.seq)

/** How documents are set in order, and what lies beside them. */
export const asidePort = (
  { disk, run, hand }: Parts,
  inTurn: InTurn,
): Pick<Journal, 'lying' | 'refold' | 'aside' | 'settle' | 'letGo' | 'setAside'> => ({
  lying: async document => disk.read(() => lyingIn(disk, document)),
  refold: (document, refold) =>
    inTurn(async (): Promise<Kept> => {
      if (!sameChains(disk.of(document).chains, refold.from)) return { ok: false, failure: moved }
      try {
        await disk.commit(run, () => disk.refold(document, refold, hand.device))
        return { ok: true }
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
