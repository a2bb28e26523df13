import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { mergeFindings } from '../../../src/domain/merging/merge-findings.ts'
import { buildingOffice } from '../work/building-office.ts'

test('a team nobody has merged anything into has nothing to settle', () => {
  const { view, team, card, columns } = buildingOffice('scrum')
  card('Antrag', columns.doing)
  expect(mergeFindings(view, team())).toEqual([])
})

test('two sprints that were started while apart both stay', () => {
  const { view, team, sprint } = buildingOffice('scrum')
  sprint('s1', 'running')
  expect(mergeFindings(view, team())).toEqual([])
  sprint('s2', 'review')
  expect(mergeFindings(view, team())).toEqual([{ finding: 'severalSprintsRun', sprints: ['s1', 's2'] }])
})

test('unfinished cards that arrive in a closed sprint are named by sprint, until someone says where they go', () => {
  const { view, team, sprint, card, columns, write, get, done } = buildingOffice('scrum')
  const [form, letter, list] = [card('Vordruck', columns.doing), card('Anschreiben', columns.ready), card('Liste')]
  for (const [id, at] of [
    [form, 's1'],
    [letter, 's1'],
    [list, 's2'],
  ] as const)
    write(get(id), 'sprint', at)
  sprint('s1', 'closed')
  sprint('s2', 'cancelled')
  const left = mergeFindings(view, team())
  expect(left).toHaveLength(2)
  expect(left).toContainEqual({
    finding: 'itemsLeftInClosedSprint',
    sprint: 's1',
    items: expect.toSatisfy((ids: string[]) => ids.toSorted().join() === [form, letter].toSorted().join()),
  })
  expect(left).toContainEqual({ finding: 'itemsLeftInClosedSprint', sprint: 's2', items: [list] })
  done(commands.moveItems, { items: [form, letter], place: 'backlog', spot: 'top' })
  sprint('s3', 'running')
  done(commands.addToSprint, { items: [list], sprint: 's3' })
  expect(mergeFindings(view, team())).toEqual([])
})

test.each([
  ['refuse', true],
  ['warn', false],
  ['none', false],
] as const)('two cards in a column for one whose limit says "%s": listed %s', (mode, isListed) => {
  const { view, team, card, columns, done } = buildingOffice()
  card('Vordruck', columns.doing)
  card('Anschreiben', columns.doing)
  done(commands.editColumn, { column: columns.doing, limit: 1, limitMode: mode })
  expect(mergeFindings(view, team())).toEqual(
    isListed ? [{ finding: 'columnIsOverfull', column: columns.doing, limit: 1, count: 2 }] : [],
  )
})
