import type { Result } from '../domain/kernel/result.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import type { DocumentCut } from '../journal/cut.ts'
import { membershipDocument } from '../journal/header.ts'
import type { DeviceKeys } from '../journal/keys.ts'
import { extendLog, type MembershipLog } from '../journal/membership-log.ts'
import type { SealedEntry } from '../journal/seal.ts'
import { writeActs, type Maker, type WriteRefusal, type WrittenActs } from '../journal/write-acts.ts'
import type { HeadRow, QuarantineRow, WorkspaceDatabase } from './database.ts'
import { entryRowOf, headRowOf } from './rows.ts'

type StoredEntry = Readonly<{ hash?: Bytes; bytes: Bytes }>

/** Every entry of the membership log that lies here. A branch of a fork is kept aside, and others may have built on it. */
export const storedEntries = async (database: WorkspaceDatabase): Promise<readonly StoredEntry[]> => {
  const aside = database.quarantine
    .where('[document+device+seq]')
    .between([membershipDocument, '', 0], [membershipDocument, '\uffff', Infinity])
    .filter(({ reason }) => reason === 'fork')
  const [entries, forks] = await Promise.all([database.entriesOf(membershipDocument), aside.toArray()])
  return [...entries, ...forks]
}

/** The log with what other tabs and devices have put beside it since. The same log when there is nothing. */
export const readLog = async (database: WorkspaceDatabase, log: MembershipLog): Promise<MembershipLog> => {
  const rows = await storedEntries(database)
  const fresh = rows.filter(({ hash }) => !hash || !log.entries.has(toHex(hash)))
  if (fresh.length === 0) return log
  const entries = fresh.map(({ bytes }) => bytes)
  return (await extendLog(log, entries)).log
}

/**
 * Writes this device's next membership entries: all of them in one strict transaction with its head, or none. Only under the append lock, so
 * that two tabs do not take one place. In: the log so far, what to say, milliseconds UTC. Out: the log as it now lies here. Throws when
 * storage refuses.
 */
export const writeMembership = async (
  database: WorkspaceDatabase,
  keys: DeviceKeys,
  log: MembershipLog,
  makers: readonly Maker[],
  now: number,
): Promise<Result<WrittenActs, WriteRefusal>> => {
  const written = await writeActs(await readLog(database, log), keys, makers, now)
  const last = written.ok ? written.value.sealed.at(-1) : undefined
  if (!written.ok || !last) return written
  const { entries, heads } = database
  await database.transaction('rw', entries, heads, async () => {
    await entries.bulkAdd(written.value.sealed.map(entryRowOf))
    await heads.put(headRowOf(last))
  })
  return written
}

/**
 * How far devices' entries are accepted here, in every document that lies here: what a removal says. In: device ids in hexadecimal. Of a document in
 * which a device has written nothing, nothing of it is accepted.
 */
export const cutsHere = async (
  database: WorkspaceDatabase,
  devices: readonly string[],
): Promise<readonly DocumentCut[]> => {
  const rows = await database.heads.where('document').notEqual(membershipDocument).toArray()
  const documents = [...new Set(rows.map(({ document }) => document))]
  return documents.map(document => ({
    document,
    heads: rows.filter(row => row.document === document && devices.includes(row.device)).map(({ ref }) => ref),
  }))
}

/** The log with entries of others, as it now lies here, and how many of them were refused for good. */
export type TakenMembership = Readonly<{ log: MembershipLog; refused: number }>

/**
 * Brings entries of others into the log: those that have found their place in one strict transaction, or none. Only under the append lock.
 * What comes too early is held in the log that is answered, not on the disk: whoever has it offers it again. A second entry for one
 * place is kept aside, where `readLog` finds it. `now`: milliseconds UTC. Throws when storage refuses.
 */
export const takeMembership = async (
  database: WorkspaceDatabase,
  log: MembershipLog,
  offered: readonly Bytes[],
  now: number,
): Promise<TakenMembership> => {
  const { log: grown, taken, refused } = await extendLog(await readLog(database, log), offered)
  if (taken.length === 0) return { log: grown, refused: refused.length }
  const { entries, heads, quarantine } = database
  await database.transaction('rw', entries, heads, quarantine, async () => {
    const standing = await entries.bulkGet(taken.map(placeOf))
    const isFree = firstOfPlace(standing.map((row, index) => (row ? undefined : taken[index])))
    await entries.bulkAdd(taken.filter(isFree).map(entryRowOf))
    await quarantine.bulkPut(taken.filter(sealed => !isFree(sealed)).map(sealed => forkRow(sealed, now)))
    const known = new Map((await database.headsOf(membershipDocument)).map(row => [row.device, row]))
    await heads.bulkPut(
      newestOf(
        taken.filter(isFree).map(sealed => headRowOf(sealed)),
        known,
      ),
    )
  })
  return { log: grown, refused: refused.length }
}

const placeOf = ({ header }: SealedEntry): [string, string, number] => [
  header.document,
  toHex(header.device),
  header.seq,
]

/** Which of these entries take their place first: none that stands there already is replaced. */
const firstOfPlace = (free: readonly (SealedEntry | undefined)[]): ((sealed: SealedEntry) => boolean) => {
  const first = new Map<string, SealedEntry>()
  for (const sealed of free) {
    const place = sealed && placeOf(sealed).join('/')
    if (sealed && place && !first.has(place)) first.set(place, sealed)
  }
  const chosen = new Set(first.values())
  return sealed => chosen.has(sealed)
}

const forkRow = ({ bytes, header }: SealedEntry, at: number): QuarantineRow => ({
  document: header.document,
  device: toHex(header.device),
  seq: header.seq,
  reason: 'fork',
  at,
  bytes,
})

/** Of each device the newest head, where it is newer than the one that lies here. */
const newestOf = (rows: readonly HeadRow[], known: ReadonlyMap<string, HeadRow>): readonly HeadRow[] => {
  const newest = new Map<string, HeadRow>()
  for (const row of rows) {
    const before = newest.get(row.device) ?? known.get(row.device)
    if (!before || before.ref.seq < row.ref.seq) newest.set(row.device, row)
  }
  return [...newest.values()]
}
