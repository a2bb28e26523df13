import { decodeUpdate } from 'yjs'
import type { RecordDocument } from '../../src/document/record-document.ts'
import type { RecordBase } from '../../src/domain/kernel/record.ts'
import { allRecords } from '../../src/domain/records.ts'
import type { Activity, Appended, Heads, Intent, Ports, SaveFailure, TabMessage } from '../../src/workspace/ports.ts'
import { Workspace } from '../../src/workspace/workspace.ts'
import { memoryBlobs, type MemoryBlob } from './memory-blobs.ts'
import { chance } from './memory-office.ts'

type Entry = { device: string; seq: number; updates: readonly Uint8Array[] }

/** A disk in memory that several tabs share; it can be full, and it counts what it was asked to do. */
export const memoryDisk = () => ({
  entries: new Map<string, Entry[]>(),
  activity: [] as Activity[],
  copies: new Map<string, Uint8Array>(),
  writeAhead: new Map<
    string,
    { document: string; update: Uint8Array; command: { id: string; name: string }; tab: string }
  >(),
  intents: new Map<string, Intent & { tab: string }>(),
  liveTabs: new Set<string>(),
  listeners: new Map<string, Set<(message: TabMessage) => void>>(),
  leader: undefined as string | undefined,
  failure: undefined as SaveFailure | undefined,
  notes: new Map<string, unknown>(),
  blobs: new Map<string, MemoryBlob>(),
  projected: new Map<string, { records: Map<string, RecordBase>; heads: Heads }>(),
  projectionListeners: new Set<() => void>(),
})
export type MemoryDisk = ReturnType<typeof memoryDisk>

const clientsOf = (update: Uint8Array): readonly number[] => decodeUpdate(update).structs.map(({ id }) => id.client)

const storageOn = (disk: MemoryDisk, device: string): Ports['storage'] => {
  const entriesOf = (document: string) => disk.entries.get(document) ?? []
  const headsOf = (document: string): Heads =>
    Object.fromEntries(entriesOf(document).map(({ device, seq }) => [device, seq]))
  return {
    load: async (document: string, into: RecordDocument) => {
      into.mergeAll(
        entriesOf(document).flatMap(entry => entry.updates),
        'storage',
      )
      return { heads: headsOf(document), findings: [] }
    },
    append: async ({ document, updates, activity }): Promise<Appended> => {
      await Promise.resolve()
      if (disk.failure) return { ok: false, failure: disk.failure }
      const known = entriesOf(document)
      const seq = known.filter(entry => entry.device === device).length + 1
      disk.entries.set(document, [...known, { device, seq, updates }])
      disk.activity.push(...activity)
      return { ok: true, heads: headsOf(document) }
    },
    since: async (document, seen) => ({
      updates: entriesOf(document)
        .filter(({ device, seq }) => seq > (seen[device] ?? 0))
        .flatMap(entry => entry.updates),
      heads: headsOf(document),
    }),
    picture: async () => undefined,
    storeCopy: async (document, from) => void disk.copies.set(document, from.encode()),
    documents: async () => [...disk.entries.keys()],
    activity: async record => disk.activity.filter(line => line.record === record),
    wroteHere: async (document, client) =>
      entriesOf(document).some(
        entry => entry.device === device && entry.updates.some(update => clientsOf(update).includes(client)),
      ),
    close: async () => {},
  }
}

const tabsOn = (disk: MemoryDisk, id: string): Ports['tabs'] => {
  const own = new Set<(message: TabMessage) => void>()
  disk.listeners.set(id, own)
  disk.liveTabs.add(id)
  return {
    id,
    onLead: lead => {
      disk.leader ??= id
      if (disk.leader === id) lead()
    },
    announce: message => {
      for (const [tab, listeners] of disk.listeners)
        if (tab !== id) for (const listener of listeners) queueMicrotask(() => listener(message))
    },
    onMessage: listener => {
      own.add(listener)
      return () => own.delete(listener)
    },
    close: () => {
      disk.listeners.delete(id)
      disk.liveTabs.delete(id)
    },
  }
}

const readModelOn = (disk: MemoryDisk): Ports['readModel'] => {
  const put = async (document: string, records: readonly RecordBase[], heads: Heads) => {
    const known = disk.projected.get(document)?.records ?? new Map<string, RecordBase>()
    for (const record of records) known.set(`${record.type}/${record.id}`, record)
    disk.projected.set(document, { records: known, heads })
    for (const listener of disk.projectionListeners) listener()
  }
  const isBehind = (document: string, heads: Heads) =>
    (disk.entries.get(document) ?? []).some(({ device, seq }) => seq > (heads[device] ?? 0))
  return {
    project: put,
    projectedHeads: async document => disk.projected.get(document)?.heads,
    rebuild: async (document, records, heads) => {
      disk.projected.delete(document)
      await put(document, records, heads)
    },
    ofType: async type =>
      [...disk.projected.values()].flatMap(({ records }) =>
        [...records.values()].filter(record => record.type === type),
      ),
    async *ofDocument(document) {
      const known = disk.projected.get(document)
      if (known) yield [...known.records.values()]
    },
    standing: async () =>
      new Map([...disk.projected].map(([name, { heads }]) => [name, { heads, isBehind: isBehind(name, heads) }])),
    onProjected: listener => {
      disk.projectionListeners.add(listener)
      return () => disk.projectionListeners.delete(listener)
    },
  }
}

const writeAheadOn = (disk: MemoryDisk, tab: string): Ports['writeAhead'] => {
  let count = 0
  return {
    keep: (document, update, command) => {
      const key = `${tab}:${count++}`
      disk.writeAhead.set(key, { document, update, command, tab })
      return key
    },
    release: keys => keys.forEach(key => disk.writeAhead.delete(key) || disk.intents.delete(key)),
    keepIntent: intent => {
      const key = `${tab}:intent:${count++}`
      disk.intents.set(key, { ...structuredClone(intent), tab })
      return key
    },
    orphanedIntents: async () =>
      [...disk.intents].filter(([, { tab }]) => !disk.liveTabs.has(tab)).map(([key, intent]) => ({ key, ...intent })),
    orphans: async () =>
      [...disk.writeAhead].filter(([, { tab }]) => !disk.liveTabs.has(tab)).map(([key, copy]) => ({ key, ...copy })),
  }
}

/** Everything a workspace needs, in memory. Time stands still until `clock.now` is moved. */
export const memoryPorts = (
  disk: MemoryDisk = memoryDisk(),
  { tab = 'tab-1', device = 'device-1', seed = 1, clock = { now: Date.UTC(2026, 10, 16, 8) } } = {},
): Ports => {
  const random = chance(seed)
  return {
    now: () => clock.now,
    jitter: random,
    randomBytes: count => Uint8Array.from({ length: count }, () => Math.floor(random() * 256)),
    whenIdle: work => void setTimeout(work, 0),
    storage: storageOn(disk, device),
    writeAhead: writeAheadOn(disk, tab),
    tabs: tabsOn(disk, tab),
    commandNamed: async () => undefined,
    readModel: readModelOn(disk),
    notes: {
      get: async key => structuredClone(disk.notes.get(key)),
      set: async (key, value) => void (value === undefined ? disk.notes.delete(key) : disk.notes.set(key, value)),
    },
    access: { of: () => 'write', look: async () => undefined, onChange: () => () => undefined },
    blobs: memoryBlobs(disk, () => clock.now),
  }
}

/** A workspace in memory with its documents open. */
export const memoryWorkspace = async (actor = 'anna', ports: Ports = memoryPorts(), documents = ['workspace#1']) => {
  const workspace = new Workspace({ id: 'w', actor }, ports, allRecords)
  for (const name of documents) await workspace.openDocument(name)
  return workspace
}
