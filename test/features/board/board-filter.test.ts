import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { filterOf, isNarrower, noFilter } from '../../../src/features/board/board-filter.ts'
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

test.each([
  ['letter after letter', 'bau', 'baua', {}, true],
  ['a space while typing', 'bau', 'bau ', {}, true],
  ['ä written out', 'ae', 'äm', {}, true],
  ['a letter taken back', 'bau', 'ba', {}, false],
  ['another word', 'bau', 'amt', {}, false],
  ['a chip beside the text', 'bau', 'baua', { mine: true }, false],
] as const)('%s: whether the next filter looks only through what the last has left', (_, last, next, others, is) => {
  expect(isNarrower({ ...noFilter, text: last }, { ...noFilter, ...others, text: next })).toBe(is)
})
