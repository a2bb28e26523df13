import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { backlogItems, boardColumn, boardItems } from '../../../src/domain/kanban/board.ts'
import { homeOf } from '../../../src/domain/kanban/home.ts'
import { columnCount, columnPoints, limitState, overfullColumns } from '../../../src/domain/kanban/limits.ts'
import type { View } from '../../../src/domain/kernel/view.ts'
import type { Method } from '../../../src/domain/people/team.ts'
import type { SprintState } from '../../../src/domain/scrum/sprint.ts'
import { item } from '../../../src/domain/work/item.ts'
import { merged } from '../../../src/domain/work/place-lists.ts'
import { whereIs } from '../../../src/domain/work/whereabouts.ts'
import { buildingOffice } from '../work/building-office.ts'

describe('where a card is shown', () => {
  type Shown = 'column' | 'backlog' | 'sprint'
  test.each<[Method, SprintState | 'none' | 'gone' | 'binned', Shown, Shown]>([
    ['scrum', 'none', 'column', 'backlog'],
    ['scrum', 'gone', 'column', 'backlog'],
    ['scrum', 'binned', 'column', 'backlog'],
    ['scrum', 'planned', 'sprint', 'sprint'],
    ['scrum', 'running', 'column', 'backlog'],
    ['scrum', 'review', 'column', 'backlog'],
    ['scrum', 'closed', 'sprint', 'backlog'],
    ['scrum', 'cancelled', 'sprint', 'backlog'],
    ['kanban', 'none', 'column', 'backlog'],
    ['kanban', 'planned', 'column', 'backlog'],
    ['kanban', 'running', 'column', 'backlog'],
    ['kanban', 'closed', 'sprint', 'backlog'],
  ])('%s team, sprint %s: in a column %s, in the backlog %s', (method, state, placed, waiting) => {
    const scene = buildingOffice(method)
    if (state !== 'none' && state !== 'gone') scene.sprint('s1', state === 'binned' ? 'planned' : state)
    if (state === 'binned') scene.done(commands.deleteSprint, { sprint: 's1' })
    const sprint = state === 'none' ? null : 's1'
    for (const [place, shown] of [
      [scene.columns.doing, placed],
      ['backlog', waiting],
    ] as const) {
      expect(homeOf(scene.view, scene.team(), place, sprint).at).toBe(shown)
      const id = scene.card('Antrag', place)
      scene.write(scene.get(id), 'sprint', sprint)
      scene.write(scene.get(id), 'position', [place, 'a1'])
      expect(whereIs(scene.view, scene.team(), scene.get(id)).at).toBe(shown)
      expect(boardColumn(scene.view, scene.team(), scene.columns.doing).includes(id)).toBe(shown === 'column')
      expect(backlogItems(scene.view, scene.team()).includes(id)).toBe(shown === 'backlog')
    }
  })

  test('epics, dropped cards and those in the bin are on no board', () => {
    const { view, team, card, get, column, columns, backlog, done } = buildingOffice()
    const [epic, dropped, binned] = [card('Portal', columns.ready, { kind: 'epic' }), card('Fax'), card('Tippfehler')]
    done(commands.dropItems, { items: [dropped] })
    done(commands.deleteItems, { items: [binned] })
    expect([column(columns.ready), backlog()]).toEqual(['', ''])
    expect([epic, dropped, binned].map(id => whereIs(view, team(), get(id)).at)).toEqual(['epics', 'dropped', 'bin'])
  })
})

describe('nothing is ever hidden', () => {
  test('a card in a column that is not there stands in the first one', () => {
    const scene = buildingOffice()
    const id = scene.card('Antrag', scene.columns.doing)
    for (const place of ['never-seen', '', 'odd|place']) {
      scene.write(scene.get(id), 'position', [place, 'a1'])
      expect(scene.column(scene.columns.ready)).toBe('Antrag')
    }
    scene.write(scene.get(id), 'position', 'broken')
    expect(scene.column(scene.columns.ready)).toBe('Antrag')
    expect(boardColumn(scene.view, scene.team(), 'never-seen')).toEqual([])
  })

  test('two people delete the last two columns apart: the cards are found in the backlog', () => {
    const scene = buildingOffice()
    scene.card('Antrag', scene.columns.doing)
    for (const id of Object.values(scene.columns))
      scene.write({ document: scene.document, type: 'column', id }, 'deleted', [scene.office.now, 'ben'])
    expect(scene.backlog()).toBe('Antrag')
    expect(boardItems(scene.view, scene.team())).toEqual([])
  })
})

describe('a column is read without walking all items', () => {
  test('one list is the very list of the index, and the same until it changes', () => {
    const { view, team, card, columns, done, document } = buildingOffice()
    const id = card('Antrag')
    const before = boardColumn(view, team(), columns.ready)
    expect(before).toBe(view.ids(item, 'place', `${document}|${columns.ready}|`))
    done(commands.renameItem, { item: id, title: 'Bauantrag' })
    expect(boardColumn(view, team(), columns.ready)).toBe(before)
    card('Lageplan')
    expect(boardColumn(view, team(), columns.ready)).not.toBe(before)
  })

  test('cards of the sprint and those without one are one list in their order, the same until it changes', () => {
    const scene = buildingOffice('scrum')
    const { view, team, columns, card } = scene
    for (const title of ['a', 'b', 'c', 'd']) card(title)
    scene.sprint('s1', 'running')
    for (const title of ['e', 'f']) card(title)
    scene.write(scene.get(boardColumn(view, team(), columns.ready)[1]!), 'sprint', 's1')
    const before = boardColumn(view, team(), columns.ready)
    expect(scene.column(columns.ready)).toBe('a b c d e f')
    expect(Object.isFrozen(before)).toBe(true)
    card('x', columns.finished)
    card('y', columns.doing)
    expect(boardColumn(view, team(), columns.ready)).toBe(before)
    scene.sprint('s2', 'running')
    scene.write(scene.get(before[0]!), 'sprint', 's2')
    expect(scene.column(columns.ready)).toBe('a b c d e f')
    expect(boardItems(view, team())).toHaveLength(8)
  })

  test('equal ranks are ordered by id, on every device alike', () => {
    const scene = buildingOffice('scrum')
    const [first, second] = [scene.card('a'), scene.card('b')]
    scene.sprint('s1', 'running')
    for (const id of [first, second]) scene.write(scene.get(id), 'position', [scene.columns.ready, 'a1'])
    for (const inSprint of [first, second]) {
      scene.write(scene.get(first), 'sprint', inSprint === first ? 's1' : null)
      scene.write(scene.get(second), 'sprint', inSprint === second ? 's1' : null)
      expect(scene.column(scene.columns.ready)).toBe('a b')
    }
  })

  test('lists that are ahead of their records do no harm', () => {
    const view: View = { get: () => undefined, ids: () => [], keys: () => [] }
    expect(merged(view, [['b'], [], ['a']])).toEqual(['a', 'b'])
  })
})

describe('counts, points and limits', () => {
  test.each([
    [null, 'none', 2, 'ok', false],
    [1, 'none', 2, 'ok', false],
    [3, 'warn', 2, 'ok', false],
    [2, 'warn', 2, 'full', false],
    [2, 'refuse', 2, 'full', false],
    [1, 'warn', 2, 'over', true],
    [1, 'refuse', 2, 'over', true],
  ] as const)('limit %s (%s) with %i cards: %s', (limit, mode, cards, state, isOverfull) => {
    const { view, team, card, columns, done } = buildingOffice()
    for (let made = 0; made < cards; made++) card('Antrag', columns.doing)
    done(commands.editColumn, { column: columns.doing, limit, limitMode: mode })
    expect(limitState(view, team(), columns.doing)).toBe(state)
    expect(overfullColumns(view, team())).toEqual(isOverfull ? [{ column: columns.doing, limit, count: cards }] : [])
  })

  test('points are the sum of what is estimated', () => {
    const { view, team, card, columns } = buildingOffice()
    card('Antrag', columns.doing, { estimate: 5 })
    card('Lageplan', columns.doing, { estimate: 0.5 })
    card('Statik', columns.doing)
    expect([columnCount(view, team(), columns.doing), columnPoints(view, team(), columns.doing)]).toEqual([3, 5.5])
    expect([columnCount(view, team(), 'gone'), columnPoints(view, team(), 'gone')]).toEqual([0, 0])
    expect(limitState(view, team(), 'gone')).toBe('ok')
  })
})
