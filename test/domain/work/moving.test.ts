import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { longestRank } from '../../../src/domain/kernel/rank.ts'
import type { Spot } from '../../../src/domain/kernel/placing.ts'
import { epicsOf } from '../../../src/domain/work/progress.ts'
import { siblingsOf } from '../../../src/domain/work/rank-item.ts'
import { buildingOffice } from './building-office.ts'

describe('a card is moved', () => {
  test.each<[string, (ids: readonly string[]) => Spot | undefined, string]>([
    ['to the bottom when nothing else is said', () => undefined, 'Antrag Lageplan Statik Bescheid'],
    ['to the top', () => 'top', 'Bescheid Antrag Lageplan Statik'],
    ['before another', ([, plan]) => ({ before: plan }), 'Antrag Bescheid Lageplan Statik'],
    ['after another', ([, plan]) => ({ after: plan }), 'Antrag Lageplan Bescheid Statik'],
    ['beside one that has gone', () => ({ after: 'gone', before: 'gone' }), 'Antrag Lageplan Statik Bescheid'],
  ])('%s', (_where, spot, order) => {
    const { card, columns, column, done } = buildingOffice()
    const ids = ['Antrag', 'Lageplan', 'Statik'].map(title => card(title, columns.doing))
    const moved = card('Bescheid')
    done(commands.moveItem, { item: moved, place: columns.doing, spot: spot(ids) })
    expect([column(columns.ready), column(columns.doing)]).toEqual(['', order])
  })

  test('history tells a change of column with its category and nothing else', () => {
    const { card, columns, done, history } = buildingOffice()
    const [first, second] = [card('Antrag'), card('Lageplan')]
    for (const place of [columns.finished, columns.review, 'backlog']) done(commands.moveItem, { item: first, place })
    done(commands.moveItem, { item: second, place: columns.ready, spot: 'top' })
    done(commands.rankItem, { item: second, spot: 'bottom' })
    expect(history(first)).toEqual([
      ['column', [columns.ready, 'open']],
      ['column', [columns.finished, 'done']],
      ['column', [columns.review, 'doing']],
      ['column', ['backlog', 'open']],
    ])
    expect(history(second)).toEqual([['column', [columns.ready, 'open']]])
  })

  test('where it stands already nothing changes', () => {
    const { card, columns, done } = buildingOffice()
    const [first, second] = [card('Antrag'), card('Lageplan')]
    expect(done(commands.moveItem, { item: second, place: columns.ready })).toEqual([])
    expect(done(commands.moveItem, { item: first, place: columns.ready, spot: { before: second } })).toEqual([])
    expect(done(commands.rankItem, { item: first, spot: 'top' })).toEqual([])
  })

  test('a stray takes the column where it is shown as its own, without a change in its history', () => {
    const { card, columns, done, get, write, history } = buildingOffice()
    const [stray, other] = [card('Antrag'), card('Lageplan')]
    for (const rank of [
      () => done(commands.rankItem, { item: stray, spot: { after: other } }),
      () => done(commands.moveItem, { item: stray, place: columns.ready }),
    ]) {
      write(get(stray), 'position', ['never-seen', 'a0V'])
      rank()
      expect(get(stray).position[0]).toBe(columns.ready)
    }
    expect(history(stray)).toHaveLength(1)
  })
})

describe('limits', () => {
  const full = (mode: 'warn' | 'refuse') => {
    const scene = buildingOffice()
    const inside = [scene.card('Antrag', scene.columns.doing), scene.card('Lageplan', scene.columns.doing)]
    const outside = [scene.card('Statik'), scene.card('Bescheid')]
    scene.done(commands.editColumn, { column: scene.columns.doing, limit: 2, limitMode: mode })
    return {
      ...scene,
      inside,
      outside,
      full: { because: 'columnIsFull', column: scene.columns.doing, limit: 2, count: 2 },
    }
  }
  test('a limit that warns lets cards pass', () => {
    const { done, outside, columns, column } = full('warn')
    done(commands.moveItem, { item: outside[0]!, place: columns.doing })
    expect(column(columns.doing)).toBe('Antrag Lageplan Statik')
  })
  test('one that refuses keeps newcomers out, by whatever way', () => {
    const { refusal, outside, columns, teamId, inside, full: reason } = full('refuse')
    expect(refusal(commands.moveItem, { item: outside[0]!, place: columns.doing })).toEqual(reason)
    expect(refusal(commands.moveItems, { items: outside, place: columns.doing })).toEqual(reason)
    expect(refusal(commands.moveItemBy, { item: outside[0]!, direction: 'right' })).toEqual(reason)
    expect(refusal(commands.createItem, { team: teamId, title: 'Neu', place: columns.doing })).toEqual(reason)
    expect(refusal(commands.createItems, { team: teamId, text: 'a\nb', place: columns.doing })).toEqual(reason)
    expect(refusal(commands.duplicateItem, { item: inside[0]! })).toEqual(reason)
  })
  test('who is in it moves freely, and room for one is room for one', () => {
    const { done, inside, outside, columns, column, refusal } = full('refuse')
    done(commands.moveItem, { item: inside[1]!, place: columns.doing, spot: 'top' })
    done(commands.moveItems, { items: inside, place: columns.doing })
    expect(column(columns.doing)).toBe('Antrag Lageplan')
    done(commands.moveItem, { item: inside[0]!, place: columns.review })
    expect(refusal(commands.moveItems, { items: outside, place: columns.doing })).toMatchObject({ count: 1 })
    done(commands.moveItems, { items: [inside[1]!, outside[0]!], place: columns.doing })
    expect(column(columns.doing)).toBe('Lageplan Statik')
  })
})

describe("a Scrum team's cards and sprints", () => {
  test('from the backlog onto the board is into the running sprint; back is out of it', () => {
    const scene = buildingOffice('scrum')
    scene.sprint('s1', 'running')
    const id = scene.card('Antrag', 'backlog')
    scene.done(commands.moveItem, { item: id, place: scene.columns.ready })
    expect(scene.get(id).sprint).toBe('s1')
    scene.done(commands.moveItem, { item: id, place: 'backlog' })
    expect(scene.get(id).sprint).toBeNull()
    expect(scene.history(id)).toEqual([
      ['column', [scene.columns.ready, 'open']],
      ['sprint', 's1'],
      ['column', ['backlog', 'open']],
      ['sprint', null],
    ])
  })

  test.each<[string, 'planned' | 'closed' | 'review' | 'gone', boolean, string | null]>([
    ['planned for later comes along now', 'planned', true, 'now'],
    ['of a closed sprint is taken up again', 'closed', true, 'now'],
    ['of a closed sprint, and none runs', 'closed', false, null],
    ['in review stays in review', 'review', true, 'other'],
    ['of a sprint that is gone belongs to none', 'gone', true, null],
  ])('a card %s', (_name, state, isRunning, expected) => {
    const scene = buildingOffice('scrum')
    if (isRunning) scene.sprint('now', 'running')
    const id = scene.card('Antrag', scene.columns.doing)
    scene.write(scene.get(id), 'sprint', state === 'gone' ? 'other' : scene.sprint('other', state))
    scene.done(commands.moveItem, { item: id, place: scene.columns.review })
    expect(scene.get(id).sprint).toBe(expected)
    expect(scene.column(scene.columns.review)).toBe('Antrag')
  })

  test('a card without sprint on the board stays without', () => {
    const scene = buildingOffice('scrum')
    const id = scene.card('Antrag')
    scene.sprint('s1', 'running')
    scene.done(commands.moveItem, { item: id, place: scene.columns.doing })
    expect(scene.get(id).sprint).toBeNull()
  })

  test('a Kanban team has no running sprint to join', () => {
    const scene = buildingOffice('kanban')
    scene.sprint('s1', 'running')
    const id = scene.card('Antrag', 'backlog')
    scene.done(commands.moveItem, { item: id, place: scene.columns.doing })
    expect(scene.get(id).sprint).toBeNull()
  })

  test('what a merge left in the backlog and the running sprint leaves the sprint when it is put into the backlog', () => {
    const scene = buildingOffice('scrum')
    const id = scene.card('Antrag', 'backlog')
    scene.write(scene.get(id), 'sprint', scene.sprint('s1', 'running'))
    scene.done(commands.moveItem, { item: id, place: 'backlog' })
    expect(scene.get(id).sprint).toBeNull()
  })
})

describe('Alt and an arrow', () => {
  test('up and down in the column, left and right at the same height', () => {
    const { card, columns, column, done } = buildingOffice()
    for (const title of ['Antrag', 'Lageplan']) card(title, columns.doing)
    const id = card('Statik')
    const board = () => [column(columns.ready), column(columns.doing), column(columns.review)]
    done(commands.moveItemBy, { item: id, direction: 'right' })
    expect(board()).toEqual(['', 'Statik Antrag Lageplan', ''])
    done(commands.moveItemBy, { item: id, direction: 'down' })
    done(commands.moveItemBy, { item: id, direction: 'down' })
    done(commands.moveItemBy, { item: id, direction: 'up' })
    expect(board()).toEqual(['', 'Antrag Statik Lageplan', ''])
    done(commands.moveItemBy, { item: id, direction: 'right' })
    done(commands.moveItemBy, { item: id, direction: 'left' })
    expect(board()).toEqual(['', 'Statik Antrag Lageplan', ''])
  })

  test('ends are refused', () => {
    const { card, columns, refusal } = buildingOffice()
    const [first, last, waiting] = [card('Antrag'), card('Statik', columns.finished), card('Lageplan', 'backlog')]
    for (const [item, direction] of [
      [first, 'up'],
      [first, 'down'],
      [first, 'left'],
      [last, 'right'],
      [waiting, 'left'],
      [waiting, 'right'],
    ] as const)
      expect(refusal(commands.moveItemBy, { item, direction })).toEqual({ because: 'endIsReached', direction })
  })

  test('up and down also order the backlog, a planned sprint and the epics', () => {
    const scene = buildingOffice('scrum')
    const { card, done, get, write, backlog, view, team } = scene
    const waiting = ['Antrag', 'Lageplan'].map(title => card(title, 'backlog'))
    done(commands.moveItemBy, { item: waiting[1]!, direction: 'up' })
    expect(backlog()).toBe('Lageplan Antrag')
    scene.sprint('s1', 'planned')
    for (const id of waiting) write(get(id), 'sprint', 's1')
    done(commands.moveItemBy, { item: waiting[0]!, direction: 'up' })
    expect(siblingsOf(view, team(), get(waiting[0]!))).toEqual(waiting)
    expect(get(waiting[0]!)).toMatchObject({ sprint: 's1' })
    const epics = ['Portal', 'Akte'].map(title => card(title, 'backlog', { kind: 'epic' }))
    done(commands.rankItem, { item: epics[0]!, spot: 'bottom' })
    expect(epicsOf(view, team())).toEqual(epics.toReversed())
  })
})

describe('many cards together', () => {
  test('keep the order they are given in; who has gone, is dropped or an epic stays behind', () => {
    const { card, columns, column, done } = buildingOffice()
    const [first, second, gone, dropped] = ['Antrag', 'Lageplan', 'Statik', 'Fax'].map(title => card(title))
    const epic = card('Portal', 'backlog', { kind: 'epic' })
    done(commands.deleteItems, { items: [gone!] })
    done(commands.dropItems, { items: [dropped!] })
    const items = [second!, gone!, first!, dropped!, epic, 'never-seen', second!]
    done(commands.moveItems, { items, place: columns.doing })
    expect(column(columns.doing)).toBe('Lageplan Antrag')
    expect(done(commands.moveItems, { items, place: columns.doing, spot: 'top' })).toEqual([])
  })

  test('of another team stay there', () => {
    const { card, columns, column, done } = buildingOffice()
    const ours = card('Antrag')
    const changes = done(commands.foundTeam, {
      name: 'Wahlen',
      method: 'kanban',
      columns: [{ name: 'Bereit', category: 'open' }],
    })
    const team = changes[0]!.id
    const theirs = done(commands.createItem, { team, title: 'Stimmzettel' })[0]!.id
    done(commands.moveItems, { items: [ours, theirs], place: columns.doing })
    expect(column(columns.doing)).toBe('Antrag')
  })
})

describe('when there is no room between two ranks, all cards of the list get fresh ones', () => {
  test.each([
    ['equal ranks after a merge', 'a1V', 'a1V'],
    ['ranks grown too long', `a1${'0'.repeat(longestRank)}1`, `a1${'0'.repeat(longestRank)}2`],
  ])('%s', (_name, one, other) => {
    const { card, columns, column, done, write, get } = buildingOffice()
    const [first, second, third] = ['Antrag', 'Lageplan', 'Statik'].map(title => card(title))
    write(get(first!), 'position', [columns.ready, one])
    write(get(second!), 'position', [columns.ready, other])
    const before = column(columns.ready).split(' ')
    const [top, below] = before.map(title => [first, second, third].find(id => get(id!).title === title)!)
    done(commands.moveItem, { item: third!, place: columns.ready, spot: { after: top === third ? below : top } })
    const moved = card('Bescheid', columns.ready)
    done(commands.moveItem, { item: moved, place: columns.ready, spot: { after: first, before: second } })
    expect(column(columns.ready).split(' ').indexOf('Bescheid')).toBe(
      column(columns.ready).split(' ').indexOf('Antrag') + 1,
    )
    for (const id of [first, second, third, moved]) expect(get(id!).position[1].length).toBeLessThanOrEqual(longestRank)
  })

  test('a rank that grows with every drop into the same gap is cut back by the very drop', () => {
    const { card, columns, done, get, column } = buildingOffice()
    const [first, last] = [card('erste'), card('letzte')]
    const movers = ['a', 'b'].map(title => card(title))
    for (let drop = 0; drop < 200; drop++) {
      done(commands.moveItem, { item: movers[drop % 2]!, place: columns.ready, spot: { after: first } })
      for (const id of [first, last, ...movers]) expect(get(id).position[1].length).toBeLessThanOrEqual(longestRank)
    }
    expect(column(columns.ready)).toBe('erste b a letzte')
  })
})
