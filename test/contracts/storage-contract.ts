import { expect, test } from 'vitest'
import type { DocumentStorage } from '../../src/workspace/ports.ts'
import { batchOf, namesIn, nameOf, newDocument, workspace } from '../storage/desk.ts'

export type StorageUnderTest = Readonly<{
  /** Opens the same storage once more, as another tab or after a reload. */
  open: () => Promise<DocumentStorage>
}>

const appendTo = async (storage: DocumentStorage, ...batch: Parameters<typeof batchOf>) => {
  const result = await storage.append(batchOf(...batch))
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.heads
}

const loaded = async (storage: DocumentStorage, name = workspace) => {
  const document = newDocument(name)
  const report = await storage.load(name, document)
  return { document, report, names: namesIn(document) }
}

/** What every storage has to keep, whatever it is made of. `make` gives an empty one for each scene. */
export const storageContract = (make: () => Promise<StorageUnderTest>): void => {
  test('an empty storage loads an empty document', async () => {
    const storage = await (await make()).open()
    const { names, report } = await loaded(storage)
    expect(names).toEqual({})
    expect(report).toMatchObject({ heads: {}, findings: [] })
    expect(await storage.documents()).toEqual([])
  })

  test('what was appended is there after a reload', async () => {
    const { open } = await make()
    const storage = await open()
    const document = newDocument()
    await appendTo(storage, nameOf(document, 'ben', 'Ben'))
    const heads = await appendTo(storage, nameOf(document, 'ben', 'Benjamin'))
    await storage.close()
    const later = await loaded(await open())
    expect(later.names).toEqual({ ben: 'Benjamin' })
    expect(later.report).toMatchObject({ heads, findings: [] })
  })

  test('two tabs append to the same document: both hear of each other through the journal', async () => {
    const { open } = await make()
    const [left, right] = [await open(), await open()]
    const [one, other] = [newDocument(), newDocument()]
    const [first, second] = await Promise.all([
      appendTo(left, nameOf(one, 'anna', 'Anna')),
      appendTo(right, nameOf(other, 'ben', 'Ben')),
    ])
    const [toLeft, toRight] = [await left.since(workspace, first), await right.since(workspace, second)]
    one.mergeAll((await left.since(workspace, {})).updates, 'tab')
    other.mergeAll((await right.since(workspace, {})).updates, 'tab')
    expect(toLeft.updates.length + toRight.updates.length).toBe(1)
    expect(namesIn(one)).toEqual({ anna: 'Anna', ben: 'Ben' })
    expect(namesIn(other)).toEqual(namesIn(one))
  })

  test('three tabs write without a pause: every edit is there once, in one chain', async () => {
    const { open } = await make()
    const tabs = [await open(), await open(), await open()]
    await Promise.all(
      tabs.map(async (storage, tab) => {
        const document = newDocument()
        for (let edit = 0; edit < 8; edit++) await appendTo(storage, nameOf(document, `t${tab}e${edit}`, 'Da'))
      }),
    )
    const { names, report, document } = await loaded(await open())
    expect(Object.keys(names)).toHaveLength(24)
    expect(Object.values(report.heads)).toEqual([24])
    expect(document.ydoc.store.pendingStructs).toBeNull()
  })

  test('nothing lies behind the newest heads', async () => {
    const storage = await (await make()).open()
    const heads = await appendTo(storage, nameOf(newDocument(), 'anna', 'Anna'))
    expect(await storage.since(workspace, heads)).toEqual({ updates: [], heads })
  })

  test('a batch of many updates comes back whole and in order', async () => {
    const storage = await (await make()).open()
    const document = newDocument()
    const updates = Array.from({ length: 40 }, (_, index) => nameOf(document, 'ben', `Ben ${index}`)).flat()
    await appendTo(storage, updates)
    expect((await loaded(storage)).names).toEqual({ ben: 'Ben 39' })
  })

  test('a command larger than one entry is a series that comes back whole', async () => {
    const storage = await (await make()).open()
    const document = newDocument()
    const long = 'Grundstücksverkehrsgenehmigungszuständigkeit '.repeat(200)
    const updates = Array.from({ length: 40 }, (_, index) => nameOf(document, `p${index}`, long)).flat()
    await appendTo(storage, updates)
    const later = await loaded(storage)
    expect(Object.keys(later.names)).toHaveLength(40)
    expect(later.document.clocks()).toEqual(document.clocks())
  })

  test('a team document has its own heads and is listed', async () => {
    const storage = await (await make()).open()
    await appendTo(storage, nameOf(newDocument(), 'anna', 'Anna'))
    const team = newDocument('team:digital#1')
    await appendTo(storage, nameOf(team, 'ben', 'Ben'), { document: 'team:digital#1' })
    expect([...(await storage.documents())].sort()).toEqual(['team:digital#1', workspace])
    expect((await loaded(storage, 'team:digital#1')).names).toEqual({ ben: 'Ben' })
  })

  test('it can be told which Yjs clients wrote here: a newer value is written again by its own device alone', async () => {
    const storage = await (await make()).open()
    const document = newDocument()
    await appendTo(storage, nameOf(document, 'ben', 'Ben'))
    expect(await storage.wroteHere(workspace, document.ydoc.clientID)).toBe(true)
    expect(await storage.wroteHere(workspace, newDocument().ydoc.clientID)).toBe(false)
    expect(await storage.wroteHere('team:digital#1', document.ydoc.clientID)).toBe(false)
  })

  test('activity is told with the batch it belongs to', async () => {
    const storage = await (await make()).open()
    const line = {
      document: workspace,
      record: 'person/ben',
      command: { id: 'c1', name: 'addPerson' },
      at: 1_800_000_000_000,
      by: 'anna',
      records: 1,
    }
    await appendTo(storage, nameOf(newDocument(), 'ben', 'Ben'), { activity: [line] })
    expect(await storage.activity('person/ben')).toMatchObject([line])
    expect(await storage.activity('person/anna')).toEqual([])
  })

  test('a deletion alone, which moves no clock, comes back too', async () => {
    const storage = await (await make()).open()
    const document = newDocument()
    await appendTo(storage, nameOf(document, 'ben', 'Ben'))
    const before = document.clocks()
    let deletion: Uint8Array | undefined
    document.ydoc.on('update', update => (deletion = update))
    document.ydoc.getMap('person').delete('ben')
    await appendTo(storage, deletion ? [deletion] : [])
    expect(document.clocks()).toEqual(before)
    expect((await loaded(storage)).names).toEqual({})
  })
}
