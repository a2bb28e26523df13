import { timeOf } from '../domain/kernel/stamp.ts'
import { decodePayload } from '../journal/payload.ts'
import { openEntry, type Keyring } from '../journal/seal.ts'
import { beyondTheCut, onWhatWasCut } from '../workspace/journal-port.ts'
import type { LateEntry } from '../workspace/late-edits.ts'
import type { EntryRow, QuarantineRow, WorkspaceDatabase } from './database.ts'

type Row = Pick<EntryRow, 'document' | 'device' | 'seq' | 'bytes'>
type Opened = LateEntry & Readonly<{ stamp: number }>

/**
 * Every entry that does not count, opened, causes first: those about which somebody may decide, and those they may rest on. What cannot be
 * opened stays where it lies.
 */
export const lateEntries = async (database: WorkspaceDatabase, keyring: Keyring): Promise<readonly LateEntry[]> => {
  const aside = await database.quarantine.filter(({ reason }) => isLate(reason)).toArray()
  const isOpen = aside.some(({ settled }) => !settled)
  if (!isOpen) return []
  const documents = [...new Set(aside.map(({ document }) => document))]
  const beside = (await Promise.all(documents.map(document => notCounting(database, document)))).flat()
  const told = new Set(aside.map(placeOf))
  const rows = [
    ...aside.map(row => openLate(row, !row.settled, keyring)),
    ...beside.filter(row => !told.has(placeOf(row))).map(row => openLate(row, false, keyring)),
  ]
  const opened = (await Promise.all(rows)).filter(entry => entry !== undefined)
  return opened.sort(inOrder)
}

const isLate = (reason: QuarantineRow['reason']): boolean => reason === beyondTheCut || reason === onWhatWasCut

const placeOf = ({ document, device, seq }: Row): string => `${document} ${device} ${seq}`

const inOrder = (a: Opened, b: Opened): number =>
  a.stamp - b.stamp || (a.device < b.device ? -1 : a.device > b.device ? 1 : a.seq - b.seq)

/** Read only where a chain says that it has some. */
const notCounting = async (database: WorkspaceDatabase, document: string): Promise<readonly Row[]> => {
  const heads = await database.headsOf(document)
  const devices = heads.filter(({ written }) => written !== undefined).map(({ device }) => device)
  const rows = await Promise.all(devices.map(device => database.entriesOf(document, device)))
  return rows.flat().filter(({ counts }) => counts === false)
}

const openLate = async (
  { document, device, seq, bytes }: Row,
  isOpen: boolean,
  keyring: Keyring,
): Promise<Opened | undefined> => {
  const opened = await openEntry(bytes, keyring)
  const payload = opened.ok ? decodePayload(opened.value.plaintext) : undefined
  if (!opened.ok || !payload) return undefined
  const { stamp } = opened.value.header
  return { document, device, seq, at: timeOf(stamp), stamp, update: payload.update, isOpen }
}
