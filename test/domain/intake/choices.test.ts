import { describe, expect, it } from 'vitest'
import { guessCategories, proposeChoices } from '../../../src/domain/intake/choices.ts'
import { forecast } from '../../../src/domain/intake/forecast.ts'
import { hueOfWord } from '../../../src/domain/intake/import-people.ts'
import { importItems } from '../../../src/domain/intake/import-items.ts'
import { finishedColumn } from '../../../src/domain/intake/plan.ts'
import { column, type Category } from '../../../src/domain/kanban/column.ts'
import { editColumn } from '../../../src/domain/kanban/edit-column.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { documentOfTeam, team } from '../../../src/domain/people/team.ts'
import { memoryOffice } from '../../support/memory-office.ts'
import { hueWords, list, planned, planOf } from './plans.ts'

describe('what lists mean', () => {
  it.each([
    [
      ['Personal', 'Lab', 'Drill'],
      ['open', 'doing', 'done'],
    ],
    [
      ['To Do', 'Doing', 'Done'],
      ['open', 'doing', 'done'],
    ],
    [
      ['Ideen', 'Offen', 'In Bearbeitung', 'Prüfung', 'Abgeschlossen', 'Sonstiges'],
      ['open', 'open', 'doing', 'doing', 'done', 'doing'],
    ],
    [
      ['Erledigt 2025', 'Eingang'],
      ['done', 'open'],
    ],
    [['Liste'], ['open']],
    [[], []],
  ] as const)('%j → %j', (names, categories) => {
    expect(guessCategories(names)).toEqual(categories)
  })
})

const withColumns = (columns: readonly (readonly [string, Category])[]) => {
  const office = memoryOffice()
  const named = columns.map(([name, category]) => ({ name, category }))
  office.run(foundTeam, { name: 'Bauamt', method: 'kanban', columns: named })
  const ofTeam = office.view.get(team, office.view.ids(team, 'all', 'all')[0]!)!
  const idOf = (name: string) =>
    records(office.view, column, 'document', documentOfTeam(ofTeam)).find(one => one.name === name)!.id
  return { ...office, ofTeam, idOf }
}

describe('where lists go', () => {
  it('finds columns by where they came from before their name, whatever it is now', () => {
    const office = withColumns([['Bereit', 'open']])
    const plan = planOf([planned('Antrag')])
    const choose = () => proposeChoices(office.view, office.ofTeam, plan, hueWords)
    office.run(importItems, { team: office.ofTeam.id, plan, choices: choose() })
    office.run(editColumn, { column: office.idOf('Offen'), name: 'Eingang' })
    expect(choose().columns.get('offen')).toEqual({ to: 'column', column: office.idOf('Eingang') })
  })

  it('sends finished rows of a table to the first column that is done, else to the backlog', () => {
    const plan = planOf([], { columns: [list(finishedColumn, '')] })
    const office = withColumns([
      ['Bereit', 'open'],
      ['Fertig', 'done'],
    ])
    const choices = proposeChoices(office.view, office.ofTeam, plan, hueWords)
    expect(choices.columns.get(finishedColumn)).toEqual({ to: 'column', column: office.idOf('Fertig') })
    const bare = withColumns([['Bereit', 'open']])
    expect(proposeChoices(bare.view, bare.ofTeam, plan, hueWords).columns.get(finishedColumn)).toEqual({
      to: 'backlog',
    })
  })

  it('tells beforehand what would happen', () => {
    const office = withColumns([['Bereit', 'open']])
    const plan = planOf([
      planned('Antrag', { checklists: [{ title: 'Unterlagen', checks: [] }] }),
      planned('Alt', { isArchived: true }),
    ])
    const choices = proposeChoices(office.view, office.ofTeam, plan, hueWords)
    const outlook = forecast(office.view, office.ofTeam, plan, choices)
    expect(outlook).toMatchObject({ fresh: 1, binned: 0, updated: 0, untouched: 0, checklists: 1, newColumns: 1 })
    expect(outlook.leftOut).toHaveLength(1)
    office.run(importItems, { team: office.ofTeam.id, plan, choices })
    const later = planOf([planned('Antrag', { title: 'Antrag!' })])
    expect(
      forecast(
        office.view,
        office.ofTeam,
        { ...later, items: [{ ...later.items[0]!, source: 'trello:Antrag' }] },
        choices,
      ).updated,
    ).toBe(1)
  })
})

it('gives the same word the same colour', () => {
  expect(hueOfWord('Eilt')).toBe(hueOfWord('Eilt'))
  expect(new Set(['Eilt', 'Bau', 'Netz', 'Akte'].map(hueOfWord)).size).toBeGreaterThan(1)
})
