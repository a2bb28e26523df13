import { expect, test, vi } from 'vitest'
import { create } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { label } from '../../src/domain/work/label.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

const makeLabel = defineCommand('makeLabel', (_view, name: string, context) =>
  ok(create(label, { document: 'workspace#1', id: name }, { name }, context)),
)

test('an edit is on the screen at once, in a copy at once, in the journal a moment later, and only then called saved', async () => {
  const disk = memoryDisk()
  const anna = await memoryWorkspace('anna', memoryPorts(disk))
  const running = anna.run(makeLabel, 'OZG')
  await running
  expect(anna.records.get(label, 'OZG')?.name).toBe('OZG')
  expect(disk.writeAhead.size).toBe(1)
  expect(anna.saving.state.getState()).toMatchObject({ pending: 1, savedAt: undefined })
  await anna.saving.settled()
  expect(disk.entries.get('workspace#1')).toHaveLength(1)
  expect(disk.writeAhead.size).toBe(0)
  expect(anna.saving.state.getState().pending).toBe(0)
})

test('the first edit goes at once, those that come meanwhile share the next transaction', async () => {
  const disk = memoryDisk()
  const anna = await memoryWorkspace('anna', memoryPorts(disk))
  await Promise.all(['a', 'b', 'c', 'd'].map(name => anna.run(makeLabel, name)))
  await anna.saving.settled()
  expect(disk.entries.get('workspace#1')).toHaveLength(2)
  expect(disk.activity.map(({ record }) => record)).toEqual(['label/a', 'label/b', 'label/c', 'label/d'])
})

test('a full disk is said, the edit stays on the screen and in its copy, and is saved when there is room again', async () => {
  vi.useFakeTimers()
  const disk = memoryDisk()
  const anna = await memoryWorkspaceWithTimers(disk)
  disk.failure = { because: 'storageFull', detail: 'quota' }
  await anna.run(makeLabel, 'Bauamt')
  await anna.saving.settled()
  expect(anna.saving.state.getState()).toMatchObject({ pending: 1, failure: { because: 'storageFull' } })
  expect(anna.records.get(label, 'Bauamt')?.name).toBe('Bauamt')
  expect(disk.writeAhead.size).toBe(1)
  disk.failure = undefined
  await vi.advanceTimersByTimeAsync(5000)
  await anna.saving.settled()
  expect(anna.saving.state.getState()).toMatchObject({ pending: 0, failure: undefined })
  expect(disk.entries.get('workspace#1')).toHaveLength(1)
  vi.useRealTimers()
})

const memoryWorkspaceWithTimers = async (disk: ReturnType<typeof memoryDisk>) => {
  const opening = memoryWorkspace('anna', memoryPorts(disk))
  await vi.advanceTimersByTimeAsync(50)
  return opening
}

test('the leader adopts what a dead tab left in its copies', async () => {
  const disk = memoryDisk()
  const dying = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'dying', seed: 3 }))
  disk.failure = { because: 'storageFailed', detail: 'killed' }
  await dying.run(makeLabel, 'Kita')
  await dying.saving.settled()
  disk.liveTabs.delete('dying')
  disk.listeners.delete('dying')
  disk.leader = undefined
  disk.failure = undefined
  const next = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'next', seed: 4 }))
  await vi.waitFor(() => expect(disk.writeAhead.size).toBe(0))
  expect(next.records.get(label, 'Kita')?.name).toBe('Kita')
  expect(disk.entries.get('workspace#1')).toHaveLength(1)
})

test('a tab that dies between its entry and the word about it: the leader reads it and tells the others', async () => {
  const disk = memoryDisk()
  const leader = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'leader', seed: 7 }))
  const third = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'third', seed: 8 }))
  const dyingPorts = memoryPorts(disk, { tab: 'dying', seed: 9 })
  const silent = { ...dyingPorts, tabs: { ...dyingPorts.tabs, announce: () => {} } }
  const dying = await memoryWorkspace('anna', silent)
  await dying.run(makeLabel, 'Kita')
  await dying.saving.settled()
  expect(leader.records.get(label, 'Kita')).toBeUndefined()
  for (const tell of disk.listeners.get('leader') ?? []) tell({ kind: 'closed' })
  await vi.waitFor(() => expect(leader.records.get(label, 'Kita')?.name).toBe('Kita'))
  await vi.waitFor(() => expect(third.records.get(label, 'Kita')?.name).toBe('Kita'))
})

test('an edit in one tab is on the other, and journalled once', async () => {
  const disk = memoryDisk()
  const left = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'left', seed: 5 }))
  const right = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'right', seed: 6 }))
  await left.run(makeLabel, 'Standesamt')
  await left.saving.settled()
  await vi.waitFor(() => expect(right.records.get(label, 'Standesamt')?.name).toBe('Standesamt'))
  await right.saving.settled()
  expect(disk.entries.get('workspace#1')).toHaveLength(1)
  expect(await right.digest()).toBe(await left.digest())
})

test('a command of many pieces leaves no copy of a single piece, and says that closing now would lose it', async () => {
  const disk = memoryDisk()
  const anna = await memoryWorkspace('anna', memoryPorts(disk))
  const makeMany = defineCommand('makeMany', (_view, count: number, context) =>
    ok(
      Array.from({ length: count }, (_, index) =>
        create(label, { document: 'workspace#1', id: `label${index}` }, { name: 'Grundstücksverkehr' }, context),
      ).flat(),
    ),
  )
  await anna.run(makeMany, 2000)
  expect(disk.writeAhead.size).toBe(0)
  expect(anna.saving.state.getState()).toMatchObject({ pending: 1, atRisk: true })
  await anna.saving.settled()
  expect(anna.saving.state.getState()).toMatchObject({ pending: 0, atRisk: false })
})
