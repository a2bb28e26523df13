import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { filterOf, noFilter } from '../../../src/features/board/board-filter.ts'
import { buildingOffice } from '../../domain/work/building-office.ts'

test('"Überfällig" shows what is late and still to be done, nothing that is finished or was decided against', () => {
  const { card, columns, view, done } = buildingOffice()
  const due = '2026-11-19'
  const cards = {
    late: card('Vordruck', columns.doing, { due }),
    finished: card('Anschreiben', columns.finished, { due }),
    dropped: card('Fax', columns.doing, { due }),
    dueToday: card('Lageplan', columns.doing, { due: '2026-11-20' }),
  }
  done(commands.dropItems, { items: [cards.dropped] })
  const isShown = filterOf(view, { ...noFilter, overdue: true }, 'anna', '2026-11-20')
  expect(Object.entries(cards).flatMap(([name, id]) => (isShown(id) ? [name] : []))).toEqual(['late'])
})
