import { RecordDocument } from '../../src/document/record-document.ts'
import type { Change } from '../../src/domain/kernel/change.ts'
import { stampAt } from '../../src/domain/kernel/stamp.ts'
import { allRecords } from '../../src/domain/records.ts'
import type { Batch, SaveFailure, StorageFinding } from '../../src/workspace/ports.ts'
import type { Pace } from '../../src/storage/journal-storage.ts'
import { foundWorkspace } from '../../src/storage/found-workspace.ts'
import { lateStorage, type LateStorage } from '../../src/storage/late-storage.ts'
import { openStorage, type OpenedStorage } from '../../src/storage/open-storage.ts'

/** People at their desks: a workspace in this browser, opened in one tab or several. */

export const workspace = 'workspace#1'

export const foundOffice = () => foundWorkspace({ name: 'Musterstadt', person: { name: 'Anna' }, sample: false })

export type Desk = OpenedStorage &
  LateStorage & {
    readonly fences: SaveFailure['because'][]
    readonly findings: StorageFinding[]
    readonly blocks: number[]
  }

/** Stores copies and checkpoints whenever it is asked to. */
export const eager: Pace = { copyAfter: 1, checkpointAfter: 3, patience: 400 }

export const openDesk = async (id: string, pace?: Pace): Promise<Desk> => {
  const [fences, findings, blocks]: [SaveFailure['because'][], StorageFinding[], number[]] = [[], [], []]
  const callbacks = {
    onFence: (because: SaveFailure['because']) => fences.push(because),
    onBlocked: () => blocks.push(Date.now()),
    onFinding: (finding: StorageFinding) => findings.push(finding),
  }
  const opened = await openStorage(id, callbacks, pace ? { pace } : {})
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal))
  return { ...opened.value, ...lateStorage(opened.value.parts), fences, findings, blocks }
}

/** Lays a tab down as if it had been closed. */
export const leave = async ({ ports }: Desk): Promise<void> => {
  ports.tabs.close()
  await ports.storage.close()
}

let serial = 0
export const newDocument = (name = workspace): RecordDocument => new RecordDocument(name, allRecords, Date.now)

/** Writes a person's name: the smallest edit there is. */
export const nameOf = (document: RecordDocument, id: string, name: string): readonly Uint8Array[] => {
  const known = document.value('person', id, 'name')
  const facts: Change[] =
    known === undefined
      ? [{ document: document.name, type: 'person', id, cell: 'm', before: undefined, after: ['person', 1, 'anna'] }]
      : []
  const called: Change = { document: document.name, type: 'person', id, cell: 'name', before: known, after: name }
  return document.apply([...facts, called], stampAt(Date.now()) + serial++)
}

export const batchOf = (updates: readonly Uint8Array[], changes: Partial<Batch> = {}): Batch => ({
  document: workspace,
  updates,
  commands: [{ id: `command${serial++}`, name: 'renamePerson' }],
  activity: [],
  ...changes,
})

export const namesIn = (document: RecordDocument): Record<string, unknown> =>
  Object.fromEntries([...document.readAll()].map(record => [record.id, (record as { name?: unknown }).name]))

/** What a fresh tab sees of a document. */
export const reload = async ({ ports }: Desk, name = workspace) => {
  const document = newDocument(name)
  const report = await ports.storage.load(name, document)
  return { document, report, names: namesIn(document) }
}

/** The leader tab's housework, as the workspace asks for it. */
export const tidy = async ({ ports }: Desk, document: RecordDocument): Promise<void> => {
  const { updates, heads } = await ports.storage.since(document.name, {})
  document.mergeAll(updates, 'tab')
  await ports.storage.storeCopy(document.name, document, [...document.readAll()], heads)
}
