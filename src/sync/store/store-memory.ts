import type { DeviceId, Journal } from '../../workspace/journal-port.ts'
import { membershipDocument } from '../../journal/header.ts'
import type { Known, Shelf } from './shelf.ts'

/** Where it is kept what was read of a store: beside the journal it was read into, for the two are lost or put back together. */
export type StoreMemory = Readonly<{
  /** What `save` was given last; undefined when there is nothing. */
  load(): Promise<StoreNotes | undefined>
  save(notes: StoreNotes): Promise<void>
}>

/** Plain data. `version`: of these notes; others are not believed. */
export type StoreNotes = Readonly<{ version: 1; last: number; files: readonly (readonly [string, Known])[] }>

export const noMemory: StoreMemory = { load: async () => undefined, save: async () => undefined }

/** Only what has been understood for good: all else is looked at anew after a start. */
export const notesOf = (shelf: Shelf, last: number): StoreNotes => ({
  version: 1,
  last,
  files: [...shelf.files].filter(([, { picked }]) => picked.state === 'settled'),
})

/** Brings notes of an earlier run back, as far as the journal has what they say. Out: the last number this device has used. */
export const recallNotes = async (
  memory: StoreMemory,
  shelf: Shelf,
  journal: Pick<Journal, 'ledger'>,
): Promise<number> => {
  const notes = await memory.load()
  if (notes?.version !== 1) return 0
  const seqs = new Map<string, number>()
  const documents = new Set(notes.files.map(([, { picked }]) => picked.document ?? membershipDocument))
  for (const document of documents)
    for (const [device, { head }] of (await journal.ledger(document)).chains)
      seqs.set(`${document}/${device}`, head.seq)
  const isHere = (document: string, [device, , to]: readonly [DeviceId, number, number]): boolean =>
    (seqs.get(`${document}/${device}`) ?? 0) >= to
  for (const [path, known] of notes.files) {
    const { document, covers } = known.picked
    if (document !== undefined && covers.every(cover => isHere(document, cover)))
      shelf.remember(path, { ...known, knowing: 0 })
  }
  return notes.last
}
