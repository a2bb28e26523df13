import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { planBytes, readBytes } from '../../src/exchange/read-bytes.ts'

const folder = process.env['LOTSE_FIXTURES'] ?? '../shared/fixtures'

/** A scene on a real file; without the file its name says what was left out. */
const withFile = (name: string, what: string, scene: (bytes: Uint8Array) => Promise<void>): void => {
  const path = `${folder}/${name}`
  if (existsSync(path)) test(what, () => scene(new Uint8Array(readFileSync(path))))
  else test.skip(`${what} (left out: ${name} is not here)`)
}

const read = async (name: string, bytes: Uint8Array) => {
  const result = await readBytes({ name, bytes })
  if (!result.ok) throw new Error(result.refusal.because)
  return result.value
}

withFile('trello-board-2026-mit.json', 'a Trello board of 2026: 11 cards, 3 lists, 7 checklists', async bytes => {
  const file = await read('board.json', bytes)
  if (file.kind !== 'trello') throw new Error(file.kind)
  const { items, columns, losses } = file.plan
  expect([items.length, columns.length, items.flatMap(({ checklists }) => checklists).length]).toEqual([11, 3, 7])
  expect(items.flatMap(({ links }) => links.map(({ name }) => name))).toHaveLength(4)
  expect(losses.map(({ loss, count }) => [loss, count])).toEqual([['activity', 51]])
})

withFile(
  'trello-board-customfields-mit.json',
  'a Trello board with custom fields: 3 cards, 5 fields without a place',
  async bytes => {
    const file = await read('board.json', bytes)
    if (file.kind !== 'trello') throw new Error(file.kind)
    expect(file.plan.items).toHaveLength(3)
    expect(file.plan.losses.filter(({ loss }) => loss === 'customField')).toHaveLength(5)
  },
)

withFile(
  'jira-cycle-times-anonym-mit.csv',
  '4,123 issues named by their id, 1,662 of them finished before they were created',
  async bytes => {
    const file = await read('jira.csv', bytes)
    if (file.kind !== 'table') throw new Error(file.kind)
    const plan = planBytes({ name: 'jira.csv', bytes }, file.mapping)
    if (!plan.ok) throw new Error(plan.refusal.because)
    expect([plan.value.items.length, plan.value.findings.length]).toEqual([4123, 1662])
    expect(plan.value.items.filter(({ dates }) => dates === 'contradictory')).toHaveLength(1662)
    expect(plan.value.items[0]?.title).toBe('P0-T5052')
  },
)

withFile(
  'jira-server-issues-mit.csv',
  'issues of a Jira server, with days like 25/Jun/20 and descriptions over many lines',
  async bytes => {
    const file = await read('jira.csv', bytes)
    if (file.kind !== 'table') throw new Error(file.kind)
    const plan = planBytes({ name: 'jira.csv', bytes }, file.mapping)
    if (!plan.ok) throw new Error(plan.refusal.because)
    expect(plan.value.items.map(({ sourceKey }) => sourceKey)).toEqual([
      'SMRGR-6275',
      'SMRGR-3672',
      'SMRGR-2643',
      'SMRGR-2151',
    ])
    expect(plan.value.kind).toBe('jira')
    expect(plan.value.items.map(({ createdAt }) => new Date(createdAt ?? 0).toISOString())).toEqual([
      '2020-06-25T10:44:00.000Z',
      '2020-06-12T01:49:00.000Z',
      '2020-03-04T08:03:00.000Z',
      '2018-01-12T12:47:00.000Z',
    ])
    expect(plan.value.items[2]?.description).toMatch(
      /^Dear test,\n\nMay sdgs\.\n\nLocal Time 6:57 pm\n[^]*Much appreciated! =\)$/,
    )
    expect(plan.value.items[3]?.description).toContain('Use cases:\n- sssss\n- sdgsdgsg\n\nSteps')
  },
)
