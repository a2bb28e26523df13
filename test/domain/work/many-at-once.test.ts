import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { label } from '../../../src/domain/work/label.ts'
import { person } from '../../../src/domain/people/person.ts'
import { buildingOffice, created } from './building-office.ts'

/** Two lists with three cards each: on the board and in the backlog. */
const twoLists = () => {
  const office = buildingOffice()
  const { card, columns } = office
  const onBoard = ['Antrag', 'Lageplan', 'Statik'].map(title => card(title, columns.doing))
  const waiting = ['Bescheid', 'Vordruck', 'Gebühr'].map(title => card(title, 'backlog'))
  return { ...office, onBoard, waiting }
}

describe('many cards are brought to an end of their lists', () => {
  test.each([
    ['top', 'Statik Lageplan Antrag', 'Gebühr Bescheid Vordruck'],
    ['bottom', 'Antrag Statik Lageplan', 'Bescheid Vordruck Gebühr'],
  ] as const)('to the %s, each in its own, in the order given', (spot, board, backlog) => {
    const { done, onBoard, waiting, column, columns, ...office } = twoLists()
    const [, plan = '', statics = ''] = onBoard
    const items = [statics, waiting[2] ?? '', plan, 'gone']
    done(commands.rankItems, { items, spot })
    expect([column(columns.doing), office.backlog()]).toEqual([board, backlog])
    expect(done(commands.rankItems, { items, spot })).toEqual([])
  })

  test('equal ranks make room, and strays take the column where they are shown', () => {
    const { done, onBoard, column, columns, write, get } = twoLists()
    const [first = '', second = '', third = ''] = onBoard
    for (const id of onBoard) write(get(id), 'position', [columns.doing, 'a0V'])
    const order = column(columns.doing).split(' ')
    done(commands.rankItems, { items: [onBoard.find(id => get(id).title === order[2]) ?? ''], spot: 'top' })
    expect(column(columns.doing)).toBe([order[2], order[0], order[1]].join(' '))
    for (const id of [first, second]) write(get(id), 'position', ['never-seen', 'a0V'])
    done(commands.rankItems, { items: [second], spot: 'top' })
    expect([get(second).position[0], get(third).position[0]]).toEqual([columns.ready, columns.doing])
  })

  test('refused when none is left', () => {
    const { refusal } = twoLists()
    expect(refusal(commands.rankItems, { items: ['gone'], spot: 'top' })).toEqual({ because: 'itemIsGone' })
  })
})

describe('a word that is new', () => {
  test('becomes a label on all cards in one command', () => {
    const { done, refusal, onBoard, get, view } = twoLists()
    const id = created(done(commands.createLabel, { name: 'Eilig', hue: 'red', items: onBoard }), 'label')
    expect(view.get(label, id)?.name).toBe('Eilig')
    expect(onBoard.map(card => get(card).labels)).toEqual([[id], [id], [id]])
    expect(refusal(commands.createLabel, { name: 'Recht', hue: 'red', items: ['gone'] })).toEqual({
      because: 'itemIsGone',
    })
  })

  test('becomes a person on all cards in one command; who is known elsewhere is taken', () => {
    const { done, refusal, onBoard, get, view, teamId, office } = twoLists()
    const id = created(done(commands.assignByName, { items: onBoard, team: teamId, name: ' Dora  Dachs' }), 'person')
    expect(view.get(person, id)?.name).toBe('Dora Dachs')
    expect(onBoard.map(card => get(card).people)).toEqual([[id], [id], [id]])
    const other = office.run(commands.foundTeam, {
      name: 'Meldeamt',
      method: 'kanban',
      founderName: 'Emil',
      people: ['Emil Ender'],
      columns: [{ name: 'Bereit', category: 'open' }],
    })
    const emil = view.ids(person, 'all', 'all').find(one => view.get(person, one)?.name === 'Emil Ender')
    const [first = ''] = onBoard
    done(commands.assignByName, { items: [first], team: teamId, name: 'Emil Ender' })
    expect([other.ok, get(first).people]).toEqual([true, [id, emil]])
    const again = { items: onBoard, team: teamId, name: 'Dora Dachs' }
    expect(refusal(commands.assignByName, again)).toEqual({ because: 'personIsInTeam' })
    expect(refusal(commands.assignByName, { ...again, name: 'Fritz', items: [] })).toEqual({ because: 'itemIsGone' })
  })
})
