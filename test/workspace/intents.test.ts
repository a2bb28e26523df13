import { expect, test, vi } from 'vitest'
import type { Command } from '../../src/domain/kernel/command.ts'
import { create } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import type { Json } from '../../src/domain/kernel/json.ts'
import { ok, refuse, type AnyRefusal } from '../../src/domain/kernel/result.ts'
import { label } from '../../src/domain/work/label.ts'
import type { Ports } from '../../src/workspace/ports.ts'
import { memoryDisk, memoryPorts, memoryWorkspace, type MemoryDisk } from '../support/memory-ports.ts'

/** Olga works on a board that is painted, while its document is still being read, and closes the tab. */
const makeLabel = defineCommand('makeLabel', (_view, name: string, context) =>
  ok(create(label, { document: 'workspace#1', id: name }, { name }, context)),
)
const refused = defineCommand('refused', (_view, _name: string) => refuse({ because: 'gone' }))
const commands: Readonly<Record<string, unknown>> = { makeLabel, refused }
const commandNamed: Ports['commandNamed'] = async name => commands[name] as Command<Json, AnyRefusal> | undefined

/** A tab whose documents are not read until `read` is called. */
const slowTab = async (disk: MemoryDisk, tab: string) => {
  const ports = memoryPorts(disk, { tab, seed: 11 })
  let read = (): void => undefined
  const promise = new Promise<void>(resolve => (read = resolve))
  const load: Ports['storage']['load'] = async (document, into) => {
    await promise
    return ports.storage.load(document, into)
  }
  const workspace = await memoryWorkspace('olga', { ...ports, storage: { ...ports.storage, load } }, [])
  void workspace.openDocument('workspace#1')
  return { workspace, read: () => read() }
}

const die = (disk: MemoryDisk, tab: string): void => {
  disk.liveTabs.delete(tab)
  disk.listeners.delete(tab)
  disk.leader = undefined
}

test('what is asked for before the document is read is done when it is, and no copy of it stays', async () => {
  const disk = memoryDisk()
  const { workspace, read } = await slowTab(disk, 'slow')
  const running = workspace.run(makeLabel, 'Kita')
  expect(disk.intents.size).toBe(1)
  read()
  await running
  expect(workspace.records.get(label, 'Kita')?.name).toBe('Kita')
  expect(disk.intents.size).toBe(0)
})

test('the tab closes before that: the next one does it, once', async () => {
  const disk = memoryDisk()
  const { workspace } = await slowTab(disk, 'slow')
  void workspace.run(makeLabel, 'Kita')
  die(disk, 'slow')
  const next = await memoryWorkspace('olga', { ...memoryPorts(disk, { tab: 'next', seed: 12 }), commandNamed })
  await vi.waitFor(() => expect(next.records.get(label, 'Kita')?.name).toBe('Kita'))
  await vi.waitFor(() => expect(disk.intents.size).toBe(0))
  await next.saving.settled()
  expect(disk.entries.get('workspace#1')).toHaveLength(1)
})

test.each([
  ['refused by now', refused, 'Kita'],
  ['unknown to this version', defineCommand('newer', () => ok([])), 'Kita'],
])('what is %s changes nothing and does not come again', async (_case, command, args) => {
  const disk = memoryDisk()
  const { workspace } = await slowTab(disk, 'slow')
  void workspace.run(command as typeof makeLabel, args)
  die(disk, 'slow')
  await memoryWorkspace('olga', { ...memoryPorts(disk, { tab: 'next', seed: 13 }), commandNamed })
  await vi.waitFor(() => expect(disk.intents.size).toBe(0))
  expect(disk.entries.get('workspace#1') ?? []).toHaveLength(0)
})

test('what is no plain value is not kept: it could not come back as it was', async () => {
  const disk = memoryDisk()
  const { workspace, read } = await slowTab(disk, 'slow')
  const strange = defineCommand('strange', (_view, _when: Map<string, string>) => ok([]))
  const running = workspace.run(strange, new Map())
  expect(disk.intents.size).toBe(0)
  read()
  expect((await running).ok).toBe(true)
})
