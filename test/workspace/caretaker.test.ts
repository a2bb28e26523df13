import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { create } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { label } from '../../src/domain/work/label.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'

/** Anna's tab leads. Its housework keeps the copies of two documents close behind the journal. */
const makeLabel = defineCommand('makeLabel', (_view, [document, name]: readonly [string, string], context) =>
  ok(create(label, { document, id: name }, { name }, context)),
)
const both = ['workspace#1', 'governance#1']

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const opened = async (ports: ReturnType<typeof memoryPorts>) => {
  const opening = memoryWorkspace('anna', ports, both)
  await vi.advanceTimersByTimeAsync(50)
  return opening
}

test('when it is quiet every document has its copy', async () => {
  const disk = memoryDisk()
  await opened(memoryPorts(disk))
  await vi.advanceTimersByTimeAsync(3000)
  expect([...disk.copies.keys()].toSorted()).toEqual(both.toSorted())
})

test('an edit in the middle of the housework puts the rest off, it does not strike it off', async () => {
  const disk = memoryDisk()
  const ports = memoryPorts(disk)
  let meanwhile = async (): Promise<unknown> => undefined
  const since: typeof ports.storage.since = async (document, seen) => {
    const found = await ports.storage.since(document, seen)
    if (document === 'workspace#1') await meanwhile()
    return found
  }
  const append: typeof ports.storage.append = async batch => {
    await new Promise(resolve => setTimeout(resolve, 500))
    return ports.storage.append(batch)
  }
  const anna = await opened({ ...ports, storage: { ...ports.storage, since, append } })
  meanwhile = () => {
    meanwhile = async () => undefined
    return anna.run(makeLabel, ['governance#1', 'Ordnung'] as const)
  }
  await vi.advanceTimersByTimeAsync(9000)
  expect([...disk.copies.keys()].toSorted()).toEqual(both.toSorted())
})

test('two rounds never store one document at the same time', async () => {
  const disk = memoryDisk()
  const ports = memoryPorts(disk)
  let storing = 0
  let most = 0
  const storeCopy: typeof ports.storage.storeCopy = async (...copy) => {
    most = Math.max(most, ++storing)
    await new Promise(resolve => setTimeout(resolve, 4000))
    await ports.storage.storeCopy(...copy)
    storing--
  }
  const anna = await opened({ ...ports, storage: { ...ports.storage, storeCopy } })
  for (const name of ['Ordnung', 'Recht', 'Verkehr']) {
    await anna.run(makeLabel, ['workspace#1', name] as const)
    await vi.advanceTimersByTimeAsync(3000)
  }
  await vi.advanceTimersByTimeAsync(30_000)
  expect(most).toBe(1)
  expect([...disk.copies.keys()].toSorted()).toEqual(both.toSorted())
})
