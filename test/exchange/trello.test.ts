import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { ImportPlan } from '../../src/domain/intake/plan.ts'
import { readBytes } from '../../src/exchange/read-bytes.ts'
import { planOfTrello } from '../../src/exchange/trello.ts'

const board = readFileSync(new URL('fixtures/board.json', import.meta.url))
const planOf = async (bytes: Uint8Array): Promise<ImportPlan> => {
  const result = await readBytes({ name: 'board.json', bytes })
  if (!result.ok || result.value.kind !== 'trello') throw new Error(JSON.stringify(result))
  return result.value.plan
}
const lossesOf = ({ losses }: ImportPlan) =>
  Object.fromEntries(losses.map(({ loss, name, count }) => [name || loss, count]))

describe('a Trello board', () => {
  it('brings lists and cards in their order', async () => {
    const { columns, items } = await planOf(board)
    expect(columns.map(({ name, isArchived }) => [name, isArchived])).toEqual([
      ['Offen', false],
      ['In Arbeit', false],
      ['Erledigt', false],
      ['Alte Ideen', true],
    ])
    expect(items.map(({ title, column, isArchived }) => [title, column, isArchived])).toEqual([
      ['kurz3', 'trello:l1', false],
      ['Antrag prüfen', 'trello:l1', false],
      ['Bescheid schreiben', 'trello:l2', false],
      ['Abgelegt', 'trello:l3', true],
      ['Lebt in alter Liste', 'trello:l4', false],
    ])
  })

  it('brings what a card holds', async () => {
    const { items, people, labels } = await planOf(board)
    expect(items[1]).toMatchObject({
      description: '**Wichtig**: erst die Frist',
      estimate: 5,
      priority: 'high',
      // 23:30 UTC is the next day in Duisburg.
      due: '2026-12-01',
      labels: ['trello:b1', 'trello:b3'],
      people: ['trello:m1'],
      sourceKey: 'kurz1',
      createdAt: 0x64f00000 * 1000,
      arrivedAt: null,
      dates: 'unknown',
      criteria: [{ title: 'Frist steht fest' }],
      checklists: [
        {
          title: 'Unterlagen',
          checks: [
            { title: 'Lageplan', isDone: true, due: null, person: null },
            { title: 'Statik', isDone: false, due: '2026-12-01', person: 'trello:m1' },
          ],
        },
      ],
    })
    expect(items[2]).toMatchObject({ due: null, arrivedAt: Date.UTC(2026, 1, 1, 10), dates: 'known' })
    expect(people.map(({ name }) => name)).toEqual(['Anna Berg', 'ben'])
    expect(labels.map(({ name, hue }) => [name, hue])).toEqual([
      ['Eilt', 'red'],
      ['', 'teal'],
      ['Ohne Farbe', 'grey'],
    ])
  })

  it('brings uploads as links with their names, and comments with author and date', async () => {
    const { items } = await planOf(board)
    expect(items[1]?.links).toEqual([
      {
        source: 'trello:link:a1',
        name: 'Lageplan.pdf',
        address: 'https://trello.com/1/cards/c/attachments/a1/download/lageplan.pdf',
      },
    ])
    expect(items[2]?.comments).toEqual([
      {
        source: 'trello:comment:64f000000000000000000099',
        author: 'Clara Weiß',
        text: 'Bitte bis Freitag',
        createdAt: Date.UTC(2026, 2, 1, 10),
      },
    ])
  })

  it('finds the author of a comment among the members, and recognises it by its words where it has no id', () => {
    const said = { type: 'commentCard', date: 'irgendwann', data: { text: 'Ja', card: { id: 'c' } } }
    const result = planOfTrello({
      lists: [{ id: 'l' }],
      cards: [{ id: 'c', name: 'Karte' }],
      members: [{ id: 'm', fullName: '', username: 'ben' }],
      actions: [
        { ...said, idMemberCreator: 'm' },
        { ...said, data: { ...said.data, text: ' ' } },
      ],
    })
    expect(result.ok && result.value.items[0]?.comments).toMatchObject([{ author: 'ben', text: 'Ja', createdAt: null }])
  })

  it('drops nothing without a word', async () => {
    const plan = await planOf(board)
    expect(lossesOf(plan)).toEqual({
      attachments: 2,
      comments: 2,
      activity: 3,
      votes: 2,
      startDate: 1,
      dueDone: 1,
      cover: 1,
      location: 1,
      powerUps: 1,
      formerMembers: 1,
      Aktenzeichen: 1,
      Aufwand: 1,
      Geprüft: 1,
    })
    expect(plan.findings.map(({ finding, row, value }) => [finding, row, value])).toEqual([
      ['entryUnreadable', 7, ''],
      ['entryUnreadable', 8, ''],
      ['titleMissing', 3, 'Namenlos'],
    ])
  })

  it('says that Trello gives out only its last 1,000 actions', () => {
    const actions = Array.from({ length: 1000 }, () => ({ type: 'updateCard', date: '', data: {} }))
    const result = planOfTrello({ lists: [], cards: [], actions })
    expect(result.ok && lossesOf(result.value)).toEqual({ activity: 1000, activityCapped: 1000 })
  })

  it('reads what is there when nearly everything is missing', () => {
    expect(planOfTrello({ lists: [{ id: 'l' }], cards: [{ id: 'c', name: 'Karte' }] })).toMatchObject({
      ok: true,
      value: { name: '', items: [{ title: 'Karte', createdAt: null, due: null }] },
    })
    expect(planOfTrello({ lists: [], cards: 'keine' })).toMatchObject({
      refusal: { because: 'fieldBroken', path: 'cards' },
    })
  })

  it('is called like its file when it has no name', async () => {
    const bytes = new TextEncoder().encode('{"lists":[],"cards":[]}')
    expect(await readBytes({ name: 'C:\\Ablage\\Mein Board.json', bytes })).toMatchObject({
      value: { plan: { name: 'Mein Board' } },
    })
  })
})
