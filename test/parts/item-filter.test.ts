import { expect, test } from 'vitest'
import { allCommands as commands } from '../../src/domain/commands.ts'
import { countOf, filterIn, filterOf, isNarrower, noFilter, withFilter } from '../../src/parts/item-filter.ts'
import { buildingOffice } from '../domain/work/building-office.ts'

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
  const isShown = filterOf(
    view,
    { ...noFilter, overdue: true },
    { actor: 'anna', today: '2026-11-20', changed: new Set() },
  )
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

test('a filter stands in the address and is the same again when it is read there; what else stands there stays', () => {
  const filter = { ...noFilter, text: '50 % für Straße & Amt', mine: true, label: 'l1', epic: 'e1' }
  const query = withFilter('as=list&mine=1&overdue=1&sort=-due', filter)
  expect(filterIn(query)).toEqual(filter)
  expect(filterIn(query)).toBe(filterIn(query))
  expect([countOf(filter), countOf(noFilter)]).toEqual([4, 0])
  expect(withFilter(query, noFilter)).toBe('as=list&sort=-due')
  expect(filterIn('person=&label=l1&colour=red')).toEqual({ ...noFilter, label: 'l1' })
})

test('an epic also holds what is a part of its stories', () => {
  const { card, columns, view } = buildingOffice()
  const epic = card('Bauantrag online', columns.doing, { kind: 'epic' })
  const story = card('Lageplan hochladen', columns.doing, { kind: 'story', parent: epic })
  const task = card('Formate prüfen', columns.doing, { parent: story })
  const other = card('Fax abschalten', columns.doing)
  const isShown = filterOf(view, { ...noFilter, epic }, { actor: 'anna', today: '2026-11-20', changed: new Set() })
  expect([story, task, other].map(isShown)).toEqual([true, true, false])
})
