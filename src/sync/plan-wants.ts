import type { DocumentName } from '../domain/kernel/record.ts'
import type { DeviceId, Ledger, Place, Span } from '../workspace/journal-port.ts'
import type { KnownHead } from './peer-knowledge.ts'

/** Entries that are asked of one device at a time: enough to keep a line busy, little enough to hold when they come too early. */
export const spanEntries = 256
/** Entries of one chain that are on their way at once. */
const windowEntries = 1_024
/** Entries on their way from one device. */
const loadEntries = 2_048

export type Provider = Readonly<{
  device: DeviceId
  chains: ReadonlyMap<DeviceId, KnownHead>
  /** Entries already on their way from it. */
  load: number
  /** How often it did not answer lately. */
  failures: number
}>

export type WantsInput = Readonly<{
  document: DocumentName
  ledger: Ledger
  providers: readonly Provider[]
  /** The last entry of a chain that counts. */
  lastOf: (device: DeviceId) => number
  isHeld: (place: Place) => boolean
  asked: readonly Span[]
}>

type Ask = Readonly<{ provider: DeviceId; span: Span }>

/**
 * What to ask of whom. Pure. Of each chain what lies behind its newest entry here, up to what anybody has, and neither what waits here
 * already nor what is on its way; cut into pieces, each for whoever has it and is least busy.
 */
export const planWants = (input: WantsInput): readonly Ask[] => {
  const { providers, ledger } = input
  const loads = new Map(providers.map(({ device, load }) => [device, load]))
  const devices = [...new Set(providers.flatMap(({ chains }) => [...chains.keys()]))].sort()
  const asks: Ask[] = []
  for (const device of devices) {
    const from = (ledger.chains.get(device)?.head.seq ?? 0) + 1
    for (const piece of missingPieces(input, device, from)) {
      const provider = bestProvider(providers, piece, loads)
      if (!provider) continue
      const to = Math.min(piece.to, provider.chains.get(device)?.seq ?? 0)
      asks.push({ provider: provider.device, span: { ...piece, to } })
      loads.set(provider.device, (loads.get(provider.device) ?? 0) + to - piece.from + 1)
    }
  }
  return asks
}

/** Runs of entries that nobody was asked for, none longer than a span. */
const missingPieces = (input: WantsInput, device: DeviceId, from: number): readonly Span[] => {
  const { document, providers, isHeld, asked, ledger } = input
  const known = Math.max(...providers.map(({ chains }) => chains.get(device)?.seq ?? 0))
  const cut = input.lastOf(device)
  const last = Math.min(
    known,
    // Members’ word on how far a chain counts goes before what ended it here.
    cut < Infinity ? cut : (ledger.ended.get(device) ?? Infinity) - 1,
    from + windowEntries - 1,
  )
  const underway = asked.filter(span => span.device === device)
  const isUnderway = (seq: number): boolean => underway.some(span => seq >= span.from && seq <= span.to)
  const pieces: { document: DocumentName; device: DeviceId; from: number; to: number }[] = []
  let open: (typeof pieces)[number] | undefined
  for (let seq = from; seq <= last; seq++) {
    if (isUnderway(seq) || isHeld({ device, seq })) open = undefined
    else if (open && open.to - open.from + 1 < spanEntries) open.to = seq
    else pieces.push((open = { document, device, from: seq, to: seq }))
  }
  return pieces
}

/** Who has the beginning of the piece and does not fail; among those the least busy. */
const bestProvider = (
  providers: readonly Provider[],
  { device, from }: Span,
  loads: ReadonlyMap<DeviceId, number>,
): Provider | undefined => {
  const able = providers.filter(({ device: id, chains }) => {
    const chain = chains.get(device)
    return chain !== undefined && chain.seq >= from && chain.first <= from && (loads.get(id) ?? 0) < loadEntries
  })
  const rank = ({ device: id, failures }: Provider): number => failures * loadEntries + (loads.get(id) ?? 0)
  return able.toSorted((a, b) => rank(a) - rank(b))[0]
}
