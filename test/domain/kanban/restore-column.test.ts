import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { buildingOffice } from '../work/building-office.ts'

test('a deleted column comes back to where it stood; its cards stay where they were put', () => {
  const { done, columns, card, column, view, team } = buildingOffice()
  const before = boardColumns(view, team())
  card('Antrag', columns.review)
  done(commands.deleteColumn, { column: columns.review, cardsTo: columns.ready })
  done(commands.restoreColumn, { column: columns.review })
  expect(boardColumns(view, team())).toEqual(before)
  expect([column(columns.review), column(columns.ready)]).toEqual(['', 'Antrag'])
})

test('one that is there stays as it is, and one nobody has seen is refused', () => {
  const { done, refusal, columns } = buildingOffice()
  expect(done(commands.restoreColumn, { column: columns.ready })).toEqual([])
  expect(refusal(commands.restoreColumn, { column: 'gone' })).toEqual({ because: 'columnIsGone' })
})
