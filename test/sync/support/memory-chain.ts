import type { EntryRef } from '../../../src/journal/header.ts'
import type { SealedEntry } from '../../../src/journal/seal.ts'
import type { Pack } from '../../../src/storage/pack.ts'
import type { Chain, DeviceId } from '../../../src/workspace/journal-port.ts'

export const foreignRefs = (chains: ReadonlyMap<DeviceId, Chain>, own: DeviceId): ReadonlyMap<DeviceId, EntryRef> =>
  new Map([...chains].filter(([device]) => device !== own).map(([device, { head }]) => [device, head]))

export const refsSeen = (
  own: Chain | undefined,
  chains: ReadonlyMap<DeviceId, Chain>,
): ReadonlyMap<DeviceId, EntryRef> =>
  new Map(
    Object.entries(own?.seen ?? {}).flatMap(([device, seq]) => {
      const head = chains.get(device)?.head
      return head ? [[device, { ...head, seq }] as const] : []
    }),
  )

export const chainBehind = (
  chain: Chain | undefined,
  { header, hash }: SealedEntry,
  pack: Pack,
  chains: ReadonlyMap<DeviceId, Chain>,
  own: DeviceId,
): Chain => {
  const after = Object.entries(pack.clocks).map(([client, clock]): [number, number] => [Number(client), clock])
  const clocks = new Map([...(chain?.clocks ?? []), ...after])
  const seen = Object.fromEntries([...foreignRefs(chains, own)].map(([device, { seq }]) => [device, seq]))
  return {
    head: { device: header.device, seq: header.seq, hash },
    first: chain?.first ?? 1,
    stamp: header.stamp,
    clocks,
    written: chain && chain.written !== chain.clocks ? new Map([...chain.written, ...after]) : clocks,
    seen,
    restsOnCut: chain?.restsOnCut ?? false,
  }
}
