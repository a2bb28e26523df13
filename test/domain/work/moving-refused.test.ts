import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { buildingOffice } from './building-office.ts'

describe('moves are refused', () => {
  test('of what is gone, dropped or an epic, and to what is gone', () => {
    const { card, columns, done, refusal, teamId } = buildingOffice()
    const [fit, gone, dropped] = [card('Antrag'), card('Statik'), card('Fax')]
    const epic = card('Portal', 'backlog', { kind: 'epic' })
    done(commands.deleteItems, { items: [gone] })
    done(commands.dropItems, { items: [dropped] })
    const place = columns.doing
    expect(
      [
        refusal(commands.moveItem, { item: gone, place }),
        refusal(commands.moveItem, { item: 'never-seen', place }),
        refusal(commands.moveItem, { item: dropped, place }),
        refusal(commands.moveItem, { item: epic, place }),
        refusal(commands.moveItem, { item: fit, place: 'gone' }),
        refusal(commands.moveItems, { items: [gone, epic], place }),
        refusal(commands.moveItems, { items: [], place }),
        refusal(commands.rankItem, { item: gone, spot: 'top' }),
        refusal(commands.moveItemBy, { item: dropped, direction: 'up' }),
      ].map(({ because }) => because),
    ).toEqual([
      'itemIsGone',
      'itemIsGone',
      'itemIsDropped',
      'epicStaysOffBoard',
      'columnIsGone',
      'itemIsGone',
      'itemIsGone',
      'itemIsGone',
      'itemIsDropped',
    ])
    done(commands.deleteTeam, { team: teamId })
    expect(refusal(commands.moveItem, { item: fit, place })).toEqual({ because: 'teamIsGone' })
  })
})
