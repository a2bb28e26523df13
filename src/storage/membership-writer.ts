import type { Result } from '../domain/kernel/result.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import type { DocumentCut } from '../journal/cut.ts'
import { membershipDocument } from '../journal/header.ts'
import type { DeviceKeys } from '../journal/keys.ts'
import { extendLog, type MembershipLog } from '../journal/membership-log.ts'
import { writeActs, type Maker, type WriteRefusal, type WrittenActs } from '../journal/write-acts.ts'
import type { WorkspaceDatabase } from './database.ts'
import { entryRowOf, headRowOf } from './rows.ts'

type StoredEntry = Readonly<{ hash?: Bytes; bytes: Bytes }>

/** Every entry of the membership log that lies here. A branch of a fork is kept aside, and others may have built on it. */
const storedEntries = async (database: WorkspaceDatabase): Promise<readonly StoredEntry[]> => {
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
