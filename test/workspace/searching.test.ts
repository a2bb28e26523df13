import { describe, expect, test, vi } from 'vitest'
import { addComment } from '../../src/domain/discussion/add-comment.ts'
import { deleteComment } from '../../src/domain/discussion/edit-comment.ts'
import { column } from '../../src/domain/kanban/column.ts'
import { edit } from '../../src/domain/kernel/change.ts'
import { defineCommand } from '../../src/domain/kernel/command.ts'
import { ok } from '../../src/domain/kernel/result.ts'
import { deleteItems } from '../../src/domain/work/bin.ts'
import { createItem } from '../../src/domain/work/create-item.ts'
import { describeItem, renameItem } from '../../src/domain/work/edit-text.ts'
import { item } from '../../src/domain/work/item.ts'
import { foundTeam } from '../../src/domain/people/found-team.ts'
import { documentOfTeam, team } from '../../src/domain/people/team.ts'
import { WordIndex } from '../../src/storage/search-index.ts'
import type { Question } from '../../src/workspace/search-port.ts'
import { Searching } from '../../src/workspace/searching.ts'
import { memoryDisk, memoryPorts, memoryWorkspace } from '../support/memory-ports.ts'
import type { Ports } from '../../src/workspace/ports.ts'

const question: Question = { text: '', document: undefined, kind: undefined, inBin: false, most: 20 }

/** Two teams with a few cards each, and the search over both. */
const office = async () => {
  const disk = memoryDisk()
  const ports: Ports = memoryPorts(disk)
  const workspace = await memoryWorkspace('anna', ports)
  const found = async (name: string) => {
    await workspace.run(foundTeam, {
      name,
      method: 'kanban',
      founderName: 'Anna',
      columns: [{ name: 'In Arbeit', category: 'doing' }],
    })
    return workspace.records.ids(team, 'all', 'all').find(id => workspace.records.get(team, id)?.name === name) ?? ''
  }
  const [roads, offices] = [await found('Tiefbau'), await found('Bürgeramt')]
  const card = async (of: string, title: string) => {
    const place = workspace.records.ids(column, 'document', documentOfTeam(workspace.records.get(team, of)!))[0] ?? ''
    const made = await workspace.run(createItem, { team: of, title, place })
    if (!made.ok) throw new Error(made.refusal.because)
    return made.value.changes.find(({ type }) => type === item.type)!.id
  }
  const start = (own: Ports = ports) => new Searching(workspace, { ...own, index: new WordIndex() })
  return { disk, ports, workspace, roads, offices, card, start }
}

const whole = async (search: Searching) => {
  await vi.waitFor(() => expect(search.isWhole).toBe(true))
  const titles = (text: string, part: Partial<Question> = {}) =>
    search.find({ ...question, ...part, text }).hits.map(({ title }) => title)
  return { search, titles }
}

describe('the search over everything', () => {
  test('finds Straße for strasse, Ämter for aemter, words inside words, and says where', async () => {
    const { card, roads, offices, start } = await office()
    await card(roads, 'Straße sperren')
    await card(offices, 'Ämter befragen')
    await card(offices, 'Baugenehmigung erteilen')
    const { titles, search } = await whole(start())
    expect(titles('strasse')).toEqual(['Straße sperren'])
    expect(titles('AEMTER')).toEqual(['Ämter befragen'])
    expect(titles('amter')).toEqual(['Ämter befragen'])
    expect(titles('genehmigung erteil')).toEqual(['Baugenehmigung erteilen'])
    expect(titles('straße ämter')).toEqual([])
    expect(titles('')).toEqual([])
    expect(search.find({ ...question, text: 'sperren' }).hits[0]).toMatchObject({ column: 'In Arbeit', kind: 'item' })
  })

  test('finds by key, also by the one an import has kept, and by one letter of a title', async () => {
    const { card, roads, start, workspace } = await office()
    const id = await card(roads, 'Schlagloch füllen')
    await workspace.run(
      defineCommand('test', view => ok(edit(item, view.get(item, id)!, { sourceKey: 'AMT-17' }))),
      undefined,
    )
    const { titles } = await whole(start())
    expect(titles(workspace.records.get(item, id)!.key)).toEqual(['Schlagloch füllen'])
    expect(titles('amt-17')).toEqual(['Schlagloch füllen'])
    expect(titles('s')).toEqual(['Schlagloch füllen'])
  })

  test('finds what lies on a card and shows the line; filters by team and kind', async () => {
    const { card, roads, offices, start, workspace } = await office()
    const id = await card(roads, 'Kanal')
    await card(offices, 'Ampel')
    await workspace.run(describeItem, { item: id, description: 'Vor der Schule steht eine Ampel' })
    const { titles, search } = await whole(start())
    expect(titles('ampel')).toEqual(['Ampel', 'Kanal'])
    expect(search.find({ ...question, text: 'ampel' }).hits[1]?.excerpt).toEqual({
      part: 'description',
      text: 'Vor der Schule steht eine Ampel',
    })
    const document = documentOfTeam(workspace.records.get(team, roads)!)
    expect(titles('ampel', { document })).toEqual(['Kanal'])
    expect(titles('ampel', { kind: 'sprint' })).toEqual([])
  })

  test('follows what is edited, and finds the bin when asked to', async () => {
    const { card, roads, start, workspace } = await office()
    const { titles } = await whole(start())
    const id = await card(roads, 'Laterne')
    expect(titles('laterne')).toEqual(['Laterne'])
    await workspace.run(renameItem, { item: id, title: 'Leuchte' })
    expect([titles('laterne'), titles('leuchte')]).toEqual([[], ['Leuchte']])
    const said = await workspace.run(addComment, { item: id, text: 'Zeitschaltuhr' })
    expect(titles('zeitschaltuhr')).toEqual(['Leuchte'])
    await workspace.run(deleteComment, { comment: said.ok ? said.value.changes[0]!.id : '' })
    expect([titles('zeitschaltuhr'), titles('zeitschaltuhr', { inBin: true })]).toEqual([[], ['Zeitschaltuhr']])
    await workspace.run(deleteItems, { items: [id] })
    expect([titles('leuchte'), titles('leuchte', { inBin: true })]).toEqual([[], ['Leuchte']])
  })

  test('looks through documents that are not open: as the read model has them where it is true, else by opening them', async () => {
    const { disk, ports, workspace, card, roads, offices } = await office()
    await card(roads, 'Gehweg')
    await card(offices, 'Ausweis')
    await workspace.saving.settled()
    const [known, unknown] = [roads, offices].map(id => documentOfTeam(workspace.records.get(team, id)!)) as [
      string,
      string,
    ]
    const heads = (await ports.storage.since(known, {})).heads
    const rows = workspace.recordsOf(known)
    const readModel: Ports['readModel'] = {
      ...ports.readModel,
      projectedHeads: async name => (name === known ? heads : {}),
      async *ofDocument() {
        yield rows
      },
    }
    const other = memoryPorts(disk, { tab: 'tab-2', device: 'device-1', seed: 2 })
    const second = await memoryWorkspace('anna', other)
    const { titles } = await whole(new Searching(second, { ...other, readModel, index: new WordIndex() }))
    expect([titles('gehweg'), titles('ausweis')]).toEqual([['Gehweg'], ['Ausweis']])
    expect([second.opened(known), second.opened(unknown)]).toEqual([undefined, expect.anything()])
    // The other tab writes into the document that is not open here.
    await card(roads, 'Bordstein')
    await vi.waitFor(() => expect(titles('bordstein')).toEqual(['Bordstein']))
  })
})
