import { proposeChoices, type ColumnChoice } from '../../../src/domain/intake/choices.ts'
import { importItems } from '../../../src/domain/intake/import-items.ts'
import type { ImportPlan } from '../../../src/domain/intake/plan.ts'
import { backlogItems, boardColumn } from '../../../src/domain/kanban/board.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { foundTeam } from '../../../src/domain/people/found-team.ts'
import { documentOfTeam, team } from '../../../src/domain/people/team.ts'
import { item } from '../../../src/domain/work/item.ts'
import { memoryOffice } from '../../support/memory-office.ts'
import { hueWords } from './plans.ts'

const columns = [
  { name: 'Bereit', category: 'open' },
  { name: 'In Arbeit', category: 'doing' },
  { name: 'Erledigt', category: 'done' },
] as const

/** A team in a town hall with three columns, and short ways to ask what it shows. */
export const townHall = (method: 'kanban' | 'scrum' = 'kanban') => {
  const office = memoryOffice()
  office.run(foundTeam, { name: 'Bauamt', prefix: 'BAU', method, founderName: 'Anna', people: ['Ben'], columns })
  const [id] = office.view.ids(team, 'all', 'all') as [string]
  const ofTeam = () => office.view.get(team, id)!
  const choicesFor = (plan: ImportPlan) => proposeChoices(office.view, ofTeam(), plan, hueWords)
  const bring = (plan: ImportPlan, choices = choicesFor(plan)) => office.run(importItems, { team: id, plan, choices })
  const document = documentOfTeam(ofTeam())
  const bySource = (source: string) => records(office.view, item, 'source', `${document}|${source}`)[0]
  const columnNames = () => boardColumns(office.view, ofTeam()).map(one => office.view.get(column, one)!.name)
  const titlesIn = (name: string) => {
    const found = boardColumns(office.view, ofTeam()).find(one => office.view.get(column, one)!.name === name)
    return boardColumn(office.view, ofTeam(), found ?? '').map(one => office.view.get(item, one)!.title)
  }
  const backlogTitles = () => backlogItems(office.view, ofTeam()).map(one => office.view.get(item, one)!.title)
  return { ...office, id, ofTeam, bring, choicesFor, document, bySource, columnNames, titlesIn, backlogTitles }
}

/** Choices for these lists alone; archived cards stay away. */
export const given = (choices: readonly (readonly [string, ColumnChoice])[]) => ({
  columns: new Map(choices),
  archived: 'leaveOut' as const,
  hueWords,
})
