import { describe, expect, it } from 'vitest'
import { proposeChoices, type ColumnChoice } from '../../../src/domain/intake/choices.ts'
import { firstColumns, settleChoices } from '../../../src/domain/intake/first-columns.ts'
import { forecast } from '../../../src/domain/intake/forecast.ts'
import { finishedColumn } from '../../../src/domain/intake/plan.ts'
import { emptyView, teamToBe } from '../../../src/domain/intake/team-to-be.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { documentOfTeam, team } from '../../../src/domain/people/team.ts'
import { memoryOffice } from '../../support/memory-office.ts'
import { hueWords, list, planned, planOf } from './plans.ts'

const usual = [
  { name: 'Bereit', category: 'open' },
  { name: 'Erledigt', category: 'done' },
] as const
const given = (choices: readonly (readonly [string, ColumnChoice])[]) => ({
  columns: new Map(choices),
  archived: 'leaveOut' as const,
  hueWords,
})
const fresh = (name: string, category: 'open' | 'doing' | 'done') => ({ to: 'new', name, category }) as const
const names = (columns: readonly { readonly name: string }[]) => columns.map(({ name }) => name)

describe('the columns a team begins with', () => {
  const board = given([
    ['3', fresh('Fertig', 'done')],
    ['1', fresh('Offen', 'open')],
    ['2', fresh('In Arbeit', 'doing')],
    ['4', fresh('Offen', 'open')],
    ['5', { to: 'backlog' }],
  ])
  it.each([
    [
      'a Kanban team takes the lists, done at the right, each name once',
      board,
      'kanban',
      ['Offen', 'In Arbeit', 'Fertig'],
    ],
    ['a Scrum team with an open list needs no other', board, 'scrum', ['Offen', 'In Arbeit', 'Fertig']],
    [
      'a Scrum team whose open lists go to the backlog gets a first column',
      given([['2', fresh('In Arbeit', 'doing')]]),
      'scrum',
      ['Bereit', 'In Arbeit'],
    ],
    ['without lists the usual ones do', given([['5', { to: 'backlog' }]]), 'kanban', ['Bereit', 'Erledigt']],
  ] as const)('%s', (_case, choices, method, columns) => {
    expect(names(firstColumns(choices, method, usual))).toEqual(columns)
  })
})

describe('a plan before its team', () => {
  const plan = planOf(
    [planned('Antrag'), planned('Akte', { column: finishedColumn }), planned('Alt', { column: 'alt' })],
    {
      columns: [list('offen', 'Offen'), list('alt', 'Alt', true), list(finishedColumn, '')],
    },
  )

  it('can be looked through, and its choices settle on the columns that were founded', () => {
    const choices = proposeChoices(emptyView, teamToBe('kanban'), plan, hueWords)
    expect(forecast(emptyView, teamToBe('kanban'), plan, choices)).toMatchObject({ fresh: 2, newColumns: 1 })
    expect(emptyView.keys(column, 'document')).toEqual([])
    const office = memoryOffice()
    office.run(foundTeam, {
      name: 'Bauamt',
      method: 'kanban',
      columns: [...firstColumns(choices, 'kanban', usual), usual[1]],
    })
    const ofTeam = office.view.get(team, office.view.ids(team, 'all', 'all')[0]!)!
    const idOf = (name: string) =>
      records(office.view, column, 'document', documentOfTeam(ofTeam)).find(one => one.name === name)!.id
    expect([...settleChoices(office.view, ofTeam, plan, choices).columns]).toEqual([
      ['offen', { to: 'column', column: idOf('Offen') }],
      ['alt', { to: 'nowhere' }],
      [finishedColumn, { to: 'column', column: idOf('Erledigt') }],
    ])
  })

  it('keeps a choice the plan knows nothing of', () => {
    const office = memoryOffice()
    office.run(foundTeam, { name: 'Bauamt', method: 'kanban', columns: usual })
    const ofTeam = office.view.get(team, office.view.ids(team, 'all', 'all')[0]!)!
    const choices = given([['fremd', fresh('Fremd', 'open')]])
    expect(settleChoices(office.view, ofTeam, plan, choices).columns.get('fremd')).toEqual(fresh('Fremd', 'open'))
  })
})
