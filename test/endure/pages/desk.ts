import { Dexie } from 'dexie'
import { RecordDocument } from '../../../src/document/record-document.ts'
import { create, edit } from '../../../src/domain/kernel/change.ts'
import { defineCommand } from '../../../src/domain/kernel/command.ts'
import { workspaceDocument } from '../../../src/domain/kernel/record.ts'
import { ok } from '../../../src/domain/kernel/result.ts'
import { person } from '../../../src/domain/people/person.ts'
import { allRecords } from '../../../src/domain/records.ts'
import { onDevice } from '../../../src/storage/device-database.ts'
import { foundWorkspace } from '../../../src/storage/found-workspace.ts'
import { noise } from '../../../src/storage/noise.ts'
import { lostWorkspaces } from '../../../src/storage/lost-workspaces.ts'
import { lateStorage } from '../../../src/storage/late-storage.ts'
import { openStorage } from '../../../src/storage/open-storage.ts'
import { Workspace } from '../../../src/workspace/workspace.ts'

/** A desk without a screen: the workspace on its real storage, writing until someone pulls the plug. */

const shared = 'sharedPerson'
const idOf = (serial: number): string => `p${String(serial).padStart(11, '0')}`
const pace = { copyAfter: 1, checkpointAfter: 50, patience: 8000 }
const sleep = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

/** One new person, and the same cell of a shared one once more. */
const write = defineCommand('endure', (view, serial: number, context) => {
  const name = `Person ${serial}`
  const known = view.get(person, shared)
  return ok([
    ...create(person, { document: workspaceDocument, id: idOf(serial) }, { name }, context),
    ...(known
      ? edit(person, known, { name })
      : create(person, { document: workspaceDocument, id: shared }, { name }, context)),
  ])
})

const [fences, findings]: [string[], string[]] = [[], []]

const open = async () => {
  const id = (await onDevice(device => device.knownWorkspaces()))[0]?.id ?? (await found())
  const opened = await openStorage(
    id,
    {
      onFence: because => fences.push(because),
      onBlocked: () => undefined,
      onFinding: ({ finding }) => findings.push(finding),
    },
    { pace },
  )
  if (!opened.ok) throw new Error(opened.refusal.because)
  const { identity, ports, parts } = opened.value
  const { health, snapshots } = lateStorage(parts)
  const workspace = new Workspace(
    identity,
    {
      now: Date.now,
      jitter: Math.random,
      randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
      whenIdle: work => void setTimeout(work, 1),
      commandNamed: async () => undefined,
      ...ports,
    },
    allRecords,
  )
  await workspace.openDocument(workspaceDocument)
  return { workspace, storage: ports.storage, health, snapshots }
}

const found = async (): Promise<string> =>
  (await foundWorkspace({ name: 'Dauerlauf', person: { name: 'Anna' }, sample: false })).id

const desk = open()
/** Commands under way in their order, to tell which of them are saved. */
let issued = 0

const highest = async (): Promise<number> => {
  const { workspace } = await desk
  let serial = 0
  while (workspace.records.get(person, idOf(serial + 1))) serial++
  return serial
}

const housework = async (): Promise<void> => {
  const { workspace, storage } = await desk
  await workspace.pull(workspaceDocument)
  const opened = workspace.opened(workspaceDocument)
  if (!opened || workspace.saving.state.getState().pending > 0) return
  const records = workspace.recordsOf(workspaceDocument)
  await storage.storeCopy(workspaceDocument, opened.document, records, opened.seen)
}

const api = {
  /** Writes without end; tells each command as it is issued, and up to which they are saved. */
  async writeOn(tell: (issued: number, saved: number) => void): Promise<void> {
    const { workspace } = await desk
    issued = await highest()
    const { state } = workspace.saving
    state.subscribe(({ pending }) => tell(issued, issued - pending))
    for (;;) {
      await workspace.run(write, ++issued)
      tell(issued, issued - state.getState().pending)
      if (issued % 25 === 0) void housework()
      await sleep(4)
    }
  },

  /** A few commands in one go. Resolves before any of them is saved. */
  async burst(count: number): Promise<number> {
    const { workspace } = await desk
    let serial = await highest()
    for (let each = 0; each < count; each++) await workspace.run(write, ++serial)
    return serial
  },

  /** Why this desk may not write any more. */
  fences: () => fences,
  findings: () => findings,

  async takeSnapshot(): Promise<string> {
    const { workspace, snapshots } = await desk
    await snapshots.write('byHand', new TextEncoder().encode(await workspace.digest()), Date.now())
    return workspace.id
  },

  housework,

  /** Takes up all room there is left, in another database. */
  async fill(): Promise<number> {
    const filler = new Dexie('filler')
    filler.version(1).stores({ noise: '++id' })
    let records = 0
    for (const size of [256 * 1024, 16 * 1024, 1024])
      try {
        for (;;) {
          await filler.table('noise').add({ bytes: noise(size) })
          records++
        }
      } catch {
        continue
      }
    return records
  },

  saving: async () => (await desk).workspace.saving.state.getState(),

  /** Workspaces this browser had, as the start screen would offer them. */
  lost: lostWorkspaces,

  /** The last command without a hole before it. */
  reached: highest,

  /** What is here, and whether the journal alone says the same. */
  async look() {
    const { workspace, health } = await desk
    await sleep(50)
    await workspace.saving.settled()
    const memory = workspace.opened(workspaceDocument)?.document
    const fresh = new RecordDocument(workspaceDocument, allRecords, Date.now)
    const isEqual = memory !== undefined && (await health.equalsDisk(memory, fresh))
    const people = workspace.records.ids(person, 'all', 'all').length
    const serial = await highest()
    return {
      serial,
      /** Everyone without a hole, and the shared one. */
      isWhole: people === (serial === 0 ? 0 : serial + 1),
      sharedSays: workspace.records.get(person, shared)?.name,
      isEqual,
      isPending: memory?.ydoc.store.pendingStructs != null || fresh.ydoc.store.pendingStructs != null,
      findings: workspace.session.getState().findings.map(({ finding }) => finding),
    }
  },
}

Object.assign(globalThis, { desk: api })
