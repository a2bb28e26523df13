import type { DocumentName } from '../domain/kernel/record.ts'
import { sha256, type Bytes } from '../journal/bytes.ts'
import { joinCheckpoint } from '../journal/checkpoint.ts'
import { decodePayload } from '../journal/payload.ts'
import { openEntry, type Keyring } from '../journal/seal.ts'
import {
  beyondTheCut,
  onWhatWasCut,
  type Chain,
  type DeviceId,
  type Lying,
  type LyingEntry,
  type Refold,
} from '../workspace/journal-port.ts'
import type { Heads } from '../workspace/ports.ts'
import { chainOf, headRowOfChain } from './chain-rows.ts'
import { seqsOf, type EntryRow, type QuarantineRow, type WorkspaceDatabase } from './database.ts'

/** The checkpoint of a colleague a document began with here. */
export type Beginning = Readonly<{
  chains: ReadonlyMap<DeviceId, Chain>
  heads: Heads
  state: Bytes
  hash: Bytes
  entries: readonly Bytes[]
}>

/** Undefined where a document began with its first entries, or its beginning cannot be read. */
export const beginningOf = async (
  { covered, checkpoints }: WorkspaceDatabase,
  keyring: Keyring,
  document: DocumentName,
): Promise<Beginning | undefined> => {
  const heads = (await covered.get(document))?.begins
  const { entries = [] } = (heads && (await checkpoints.get(document))) ?? {}
  const opened = await Promise.all(entries.map(bytes => openEntry(bytes, keyring)))
  const parts = opened.flatMap(one =>
    one.ok && one.value.header.command ? [{ ...one.value.header.command, bytes: one.value.plaintext }] : [],
  )
  const joined = parts.length === opened.length && parts.length > 0 ? joinCheckpoint(parts) : undefined
  const chains = joined?.ok ? chainOf(joined.value) : undefined
  if (!heads || !joined?.ok || !chains) return undefined
  const { state } = joined.value
  return { chains, heads, state, hash: await sha256(state), entries }
}

/** Everything that lies here of a document, opened. Undefined where something cannot be read: then nobody can say what rests on what. */
export const lyingIn = async (
  database: WorkspaceDatabase,
  keyring: Keyring,
  document: DocumentName,
  beginning: Beginning | undefined,
): Promise<Lying | undefined> => {
  const rows = await database.entriesOf(document)
  const read = await Promise.all(rows.map(row => openRow(row, keyring)))
  const entries = read.filter(entry => entry !== undefined)
  const isWhole = entries.length === rows.length && (beginning || !(await database.covered.get(document))?.begins)
  return isWhole ? { entries, begins: beginning?.chains ?? new Map() } : undefined
}

const openRow = async (row: EntryRow, keyring: Keyring): Promise<LyingEntry | undefined> => {
  const opened = await openEntry(row.bytes, keyring)
  const payload = opened.ok ? decodePayload(opened.value.plaintext) : undefined
  if (!opened.ok || !payload) return undefined
  const { device, seq, hash } = row
  return { device, seq, hash, header: opened.value.header, update: payload.update, counts: row.counts !== false }
}

/**
 * One strict transaction: entries that do not count any more move aside, chains and marks stand as they have to, and every cache of the
 * document is void. False where a chain has moved since it was worked out; then nothing is written. `device`: this one; `at`: milliseconds UTC.
 */
export const writeRefold = (
  database: WorkspaceDatabase,
  document: DocumentName,
  { from, out, counts, chains }: Refold,
  by: Readonly<{ device: DeviceId; at: number; beginning: Beginning | undefined }>,
): PromiseLike<boolean> => {
  const { entries, heads, quarantine, covered, checkpoints, pictures, clock } = database
  const tables = [entries, heads, quarantine, covered, checkpoints, pictures, clock]
  return database.transaction('rw', tables, async () => {
    const known = seqsOf(await database.headsOf(document))
    const isSame = Object.keys(known).length === from.size
    if (!isSame || ![...from].every(([device, { head }]) => known[device] === head.seq)) return false
    const keys = out.map(({ device, seq }): [string, string, number] => [document, device, seq])
    await setRowsAside(database, await entries.bulkGet(keys), by)
    await entries.bulkDelete(keys)
    for (const { device, seq, counts: isCounting } of counts) {
      const row = await entries.get([document, device, seq])
      if (row) await entries.put(marked(row, isCounting))
      if (row && device === by.device) await tellOwn(database, row, isCounting, by.at)
    }
    await heads.bulkDelete([...from.keys()].filter(device => !chains.has(device)).map(device => [document, device]))
    await heads.bulkPut([...chains].map(([device, chain]) => headRowOfChain(document, device, chain)))
    await voidCaches(database, document, by.beginning)
    return true
  })
}

const marked = (row: EntryRow, isCounting: boolean): EntryRow => {
  const { document, device, seq, kind, stamp, hash, bytes } = row
  return isCounting ? { document, device, seq, kind, stamp, hash, bytes } : { ...row, counts: false }
}

/** Whose own work does not count any more, or counts again, has it beside to make it anew. */
const tellOwn = async (
  { quarantine }: WorkspaceDatabase,
  { document, device, seq, bytes }: EntryRow,
  isCounting: boolean,
  at: number,
): Promise<void> => {
  const place: [string, string, number] = [document, device, seq]
  if (isCounting) await quarantine.delete(place)
  else await quarantine.put({ document, device, seq, bytes, reason: onWhatWasCut, at, from: device })
}

const setRowsAside = async (
  { quarantine }: WorkspaceDatabase,
  rows: readonly (EntryRow | undefined)[],
  { device: from, at }: Readonly<{ device: DeviceId; at: number }>,
): Promise<void> => {
  const aside = rows.flatMap((row): QuarantineRow[] => {
    if (!row) return []
    const { document, device, seq, bytes } = row
    return [{ document, device, seq, bytes, reason: beyondTheCut, at, from }]
  })
  const known = await quarantine.bulkGet(aside.map(({ document, device, seq }) => [document, device, seq]))
  await quarantine.bulkPut(aside.filter((_, index) => !known[index]))
}

const voidCaches = async (
  { covered, checkpoints, pictures, clock }: WorkspaceDatabase,
  document: DocumentName,
  beginning: Beginning | undefined,
): Promise<void> => {
  const { folds = 0 } = (await covered.get(document)) ?? {}
  const begins = beginning ? { begins: beginning.heads } : {}
  await covered.put({ document, copy: {}, checkpoint: beginning?.heads ?? {}, ...begins, folds: folds + 1 })
  if (beginning) await checkpoints.put({ document, ...withoutChains(beginning) })
  else await checkpoints.delete(document)
  await pictures.where('[document+part]').between([document, 0], [document, Infinity], true, true).delete()
  await clock.delete(document)
}

const withoutChains = ({ heads, state, hash, entries }: Beginning) => ({ heads, state, hash, entries })
