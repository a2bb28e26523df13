import { expect, test } from 'vitest'
import { create, edit } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { label } from '../../src/domain/work/label.ts'
import type { Access } from '../../src/workspace/access-port.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

const makeLabel = defineCommand('makeLabel', (_view, name: string, context) =>
  ok(create(label, { document: 'workspace#1', id: name }, { name }, context)),
)
const renameLabel = defineCommand('renameLabel', (view, { id, name }: { id: string; name: string }) => {
  const record = view.get(label, id)
  return ok(record ? edit(label, record, { name }) : [])
})

/** Anna's desk; what she may do changes while she works. */
const desk = async () => {
  const may = { access: 'write' as Access }
  const ports = {
    ...memoryPorts(memoryDisk()),
    access: { of: () => may.access, look: async () => undefined, onChange: () => () => undefined },
  }
  return { may, anna: await memoryWorkspace('anna', ports) }
}

test.each<Access>(['read', 'none'])('with access "%s" nothing is written, whatever she tries', async access => {
  const { may, anna } = await desk()
  await anna.run(makeLabel, 'Bauamt')
  const renamed = await anna.run(renameLabel, { id: 'Bauamt', name: 'Bauordnung' })
  may.access = access
  const before = await anna.digest()
  const refused = { ok: false, refusal: { because: 'mayOnlyRead' } }
  expect(await anna.run(renameLabel, { id: 'Bauamt', name: 'Amt' })).toEqual(refused)
  expect(await anna.undo()).toEqual(refused)
  expect(renamed.ok && (await anna.takeBackStep(renamed.value))).toEqual(refused)
  anna.repair('workspace#1', [])
  expect(await anna.digest()).toBe(before)
})

test('with the right to write she goes on where she was', async () => {
  const { may, anna } = await desk()
  await anna.run(makeLabel, 'Bauamt')
  may.access = 'read'
  await anna.run(renameLabel, { id: 'Bauamt', name: 'Amt' })
  may.access = 'write'
  await anna.run(renameLabel, { id: 'Bauamt', name: 'Bauordnung' })
  expect(anna.records.get(label, 'Bauamt')?.name).toBe('Bauordnung')
})

test('what she could not take back while she only read she takes back afterwards', async () => {
  const { may, anna } = await desk()
  await anna.run(makeLabel, 'Bauamt')
  await anna.run(renameLabel, { id: 'Bauamt', name: 'Amt' })
  may.access = 'read'
  await anna.undo()
  may.access = 'write'
  await anna.undo()
  expect(anna.records.get(label, 'Bauamt')?.name).toBe('Bauamt')
  await anna.redo()
  expect(anna.records.get(label, 'Bauamt')?.name).toBe('Amt')
})
