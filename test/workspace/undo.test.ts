import { expect, test } from 'vitest'
import { edit, create, discard } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { label } from '../../src/domain/work/label.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

const makeLabel = defineCommand('makeLabel', (_view, name: string, context) =>
  ok(create(label, { document: 'workspace#1', id: name }, { name }, context)),
)
const renameLabel = defineCommand('renameLabel', (view, { id, name }: { id: string; name: string }) => {
  const record = view.get(label, id)
  return ok(record ? edit(label, record, { name }) : [])
})
const binLabel = defineCommand('binLabel', (view, id: string, context) => {
  const record = view.get(label, id)
  return ok(record ? discard(record, context) : [])
})

const nameOf = (workspace: Awaited<ReturnType<typeof memoryWorkspace>>, id: string) =>
  workspace.records.get(label, id)?.name

test('a rename is taken back and done again', async () => {
  const anna = await memoryWorkspace()
  await anna.run(makeLabel, 'eAkte')
  await anna.run(renameLabel, { id: 'eAkte', name: 'E-Akte' })
  await anna.undo()
  expect(nameOf(anna, 'eAkte')).toBe('eAkte')
  await anna.redo()
  expect(nameOf(anna, 'eAkte')).toBe('E-Akte')
})

test('taking a creation back puts the record into the bin, doing it again brings it back', async () => {
  const anna = await memoryWorkspace()
  await anna.run(makeLabel, 'Bürgerservice')
  await anna.undo()
  expect(anna.records.get(label, 'Bürgerservice')?.deleted).not.toBeNull()
  await anna.redo()
  expect(anna.records.get(label, 'Bürgerservice')?.deleted).toBeNull()
})

test('what a colleague edited later stays when I take mine back', async () => {
  const disk = memoryDisk()
  const clock = { now: Date.UTC(2026, 10, 16, 8) }
  const anna = await memoryWorkspace('anna', memoryPorts(disk, { tab: 'a', seed: 1, clock }))
  const ben = await memoryWorkspace('ben', memoryPorts(disk, { tab: 'b', seed: 2, clock }))
  await anna.run(makeLabel, 'Bauamt')
  await anna.run(renameLabel, { id: 'Bauamt', name: 'Bauordnung' })
  await anna.saving.settled()
  await ben.pull('workspace#1')
  clock.now += 1000
  await ben.run(renameLabel, { id: 'Bauamt', name: 'Stadtplanung' })
  await ben.saving.settled()
  await anna.pull('workspace#1')
  expect(await anna.undo()).toEqual({ ok: false, refusal: { because: 'nothingToUndo' } })
  expect([nameOf(anna, 'Bauamt'), nameOf(ben, 'Bauamt')]).toEqual(['Stadtplanung', 'Stadtplanung'])
})

test('deleting and undoing leaves the digest as it was', async () => {
  const anna = await memoryWorkspace()
  await anna.run(makeLabel, 'Kita')
  await anna.saving.settled()
  const before = await anna.digest()
  await anna.run(binLabel, 'Kita')
  expect(await anna.digest()).not.toBe(before)
  await anna.undo()
  expect(await anna.digest()).toBe(before)
})

test('two commands of one moment: the second sees what the first has written', async () => {
  const anna = await memoryWorkspace()
  const makeOnce = defineCommand('makeLabel', (view, id: string, context) =>
    ok(view.get(label, id) ? [] : create(label, { document: 'workspace#1', id }, { name: id }, context)),
  )
  const [first, second] = await Promise.all([anna.run(makeOnce, 'Wahlamt'), anna.run(makeOnce, 'Wahlamt')])
  expect(first.ok && first.value.changes.length).toBeGreaterThan(0)
  expect(second).toMatchObject({ ok: true, value: { changes: [] } })
})
