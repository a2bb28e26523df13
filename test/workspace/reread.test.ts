import { expect, test } from 'vitest'
import { create } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { label } from '../../src/domain/work/label.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

/** Anna has a document open while its journal is folded otherwise: something that had been read is not there any more. */
const document = 'workspace#1'
const makeLabel = defineCommand('makeLabel', (_view, name: string, context) =>
  ok(create(label, { document, id: name }, { name }, context)),
)

const atWork = async () => {
  const disk = memoryDisk()
  const ports = memoryPorts(disk)
  const journal = { folds: 0, isRefusing: false }
  const since: typeof ports.storage.since = async (...asked) => ({
    ...(await ports.storage.since(...asked)),
    folds: journal.folds,
  })
  const load: typeof ports.storage.load = async (...asked) => ({
    ...(await ports.storage.load(...asked)),
    folds: journal.folds,
  })
  const append: typeof ports.storage.append = batch =>
    journal.isRefusing
      ? Promise.resolve({ ok: false, failure: { because: 'storageFailed', detail: 'it rests on what is gone' } })
      : ports.storage.append(batch)
  const anna = await memoryWorkspace('anna', { ...ports, storage: { ...ports.storage, since, load, append } }, [
    document,
  ])
  const names = () => [...anna.records.all('label')].map(({ id }) => id).sort()
  return { anna, journal, names, disk }
}

test('it is read anew, by a fresh Yjs client, and what was edited is in it', async () => {
  const { anna, journal, names } = await atWork()
  await anna.run(makeLabel, 'Ordnung')
  await anna.saving.settled()
  const before = anna.opened(document)?.document.ydoc.clientID
  journal.folds = 1
  await anna.pull(document)
  expect(anna.opened(document)?.document.ydoc.clientID).not.toBe(before)
  expect(names()).toEqual(['Ordnung'])
})

test('records that are gone go from the screen, and whoever watches them hears of it', async () => {
  const { anna, journal, names, disk } = await atWork()
  await anna.run(makeLabel, 'Ordnung')
  await anna.saving.settled()
  let isHeard = false
  anna.records.onRecord('label', 'Ordnung', () => (isHeard = true))
  disk.entries.clear()
  journal.folds = 1
  await anna.pull(document)
  expect(names()).toEqual([])
  expect(isHeard).toBe(true)
})

test('what could not be saved, because it was made on what is gone, is made anew and saved', async () => {
  const { anna, journal, names } = await atWork()
  journal.isRefusing = true
  await anna.run(makeLabel, 'Ordnung')
  await anna.saving.settled()
  expect(anna.saving.state.getState().failure).toBeDefined()
  journal.folds = 1
  journal.isRefusing = false
  await anna.pull(document)
  await expect.poll(() => anna.saving.state.getState().pending).toBe(0)
  expect(anna.saving.state.getState().failure).toBeUndefined()
  expect(names()).toEqual(['Ordnung'])
  const canonical = await anna.plain()
  expect(Object.keys(canonical[document]?.['label'] ?? {})).toEqual(['Ordnung'])
})
