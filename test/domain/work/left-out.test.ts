import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { leftOut } from '../../../src/domain/work/left-out.ts'
import { buildingOffice, created } from './building-office.ts'

test('a command for many cards passes over what it cannot reach, and each is named', () => {
  const { card, columns, done, refusal, view, get } = buildingOffice()
  const columnsOfIt = [{ name: 'Neu', category: 'open' }] as const
  const it = created(done(commands.foundTeam, { name: 'IT', method: 'kanban', columns: columnsOfIt }), 'team')
  const [first, second, deleted, dropped, moved] = ['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf'].map(title =>
    card(title),
  ) as [string, string, string, string, string]
  const epic = card('Alles', 'backlog', { kind: 'epic' })
  const foreign = created(done(commands.createItem, { team: it, title: 'Fremd' }), 'item')
  done(commands.deleteItems, { items: [deleted] })
  done(commands.dropItems, { items: [dropped] })
  done(commands.moveItemToTeam, { item: moved, team: it })
  const all = [first, second, deleted, dropped, moved, epic, foreign, first]

  expect(leftOut(view, all, 'move')).toEqual([
    { item: deleted, because: 'itemIsGone' },
    { item: dropped, because: 'itemIsDropped' },
    { item: moved, because: 'itemIsMoved' },
    { item: epic, because: 'epicStaysOffBoard' },
    { item: foreign, because: 'itemIsInAnotherTeam' },
  ])
  done(commands.moveItems, { items: all, place: columns.doing })
  expect([first, second, foreign].map(id => get(id).position[0])).toEqual([columns.doing, columns.doing, 'backlog'])

  expect(leftOut(view, all, 'edit').map(({ because }) => because)).toEqual(['itemIsGone', 'itemIsMoved'])
  done(commands.estimateItems, { items: all, estimate: 2 })
  expect([dropped, epic, foreign, moved].map(id => get(id).estimate)).toEqual([2, 2, 2, null])
  expect(refusal(commands.estimateItems, { items: [moved], estimate: 3 })).toEqual({ because: 'itemIsMoved' })
})
