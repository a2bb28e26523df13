import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import type { Spot } from '../../../src/domain/kernel/placing.ts'
import { categoryOf } from '../../../src/domain/work/whereabouts.ts'
import { buildingOffice, type BuildingOffice } from '../work/building-office.ts'

const names = ({ view, team }: BuildingOffice): string =>
  boardColumns(view, team())
    .map(id => view.get(column, id)?.name)
    .join(', ')

describe('columns are added and moved, and cards stay where they are', () => {
  test.each<[string, Spot | undefined, string]>([
    ['on the right', undefined, 'Bereit, In Arbeit, Prüfung, Erledigt, Wartet'],
    ['on the left', 'top', 'Wartet, Bereit, In Arbeit, Prüfung, Erledigt'],
  ])('%s', (_where, spot, order) => {
    const scene = buildingOffice()
    scene.card('Antrag', scene.columns.doing)
    scene.done(commands.addColumn, { team: scene.teamId, name: ' Wartet ', category: 'doing', spot })
    expect(names(scene)).toBe(order)
    expect(scene.column(scene.columns.doing)).toBe('Antrag')
  })

  test.each<[Spot, string]>([
    ['top', 'Prüfung, Bereit, In Arbeit, Erledigt'],
    ['bottom', 'Bereit, In Arbeit, Erledigt, Prüfung'],
  ])('Prüfung moves to %s', (spot, order) => {
    const scene = buildingOffice()
    scene.done(commands.moveColumn, { column: scene.columns.review, spot })
    expect(names(scene)).toBe(order)
  })

  test('where it stands already nothing changes', () => {
    const { done, columns } = buildingOffice()
    expect(done(commands.moveColumn, { column: columns.review, spot: { after: columns.doing } })).toEqual([])
  })

  test('between two of equal rank all get fresh ones', () => {
    const scene = buildingOffice()
    for (const id of [scene.columns.doing, scene.columns.review])
      scene.write({ document: scene.document, type: 'column', id }, 'rank', 'a5')
    scene.done(commands.addColumn, {
      team: scene.teamId,
      name: 'Wartet',
      category: 'doing',
      spot: { before: scene.columns.review },
    })
    expect(names(scene)).toBe('Bereit, Erledigt, In Arbeit, Wartet, Prüfung')
  })
})

describe('a column is edited', () => {
  test('its name, policy and limit', () => {
    const { done, columns, view } = buildingOffice()
    done(commands.editColumn, { column: columns.doing, name: ' Wird gebaut ' })
    done(commands.editColumn, { column: columns.doing, policy: ' Wer zieht, fragt vorher.\n' })
    done(commands.editColumn, { column: columns.doing, limit: 3, limitMode: 'warn' })
    done(commands.editColumn, { column: columns.doing, limit: 3, limitMode: 'none' })
    expect(view.get(column, columns.doing)).toMatchObject({
      name: 'Wird gebaut',
      policy: 'Wer zieht, fragt vorher.',
      limit: 3,
      limitMode: 'none',
    })
    done(commands.editColumn, { column: columns.doing, limit: null, limitMode: 'none' })
    expect(view.get(column, columns.doing)?.limit).toBeNull()
  })

  test('name, meaning, limit and policy in one step; what is left out stays', () => {
    const { done, columns, view } = buildingOffice()
    const settings = { name: 'Prüfung', category: 'done', limit: 2, limitMode: 'refuse', policy: 'Zu zweit.' } as const
    done(commands.editColumn, { column: columns.doing, ...settings })
    expect(view.get(column, columns.doing)).toMatchObject(settings)
    expect(done(commands.editColumn, { column: columns.doing, ...settings })).toEqual([])
    done(commands.editColumn, { column: columns.doing, policy: '' })
    expect(view.get(column, columns.doing)).toMatchObject({ ...settings, policy: '' })
  })

  test('a limit that a merge left without its number stands in the way of nothing else', () => {
    const { done, columns, view, write, refusal } = buildingOffice()
    write(view.get(column, columns.doing)!, 'limitMode', 'warn')
    done(commands.editColumn, { column: columns.doing, name: 'Wird gebaut' })
    expect(view.get(column, columns.doing)?.name).toBe('Wird gebaut')
    expect(refusal(commands.editColumn, { column: columns.doing, limitMode: 'refuse' }).because).toBe('numberIsUnfit')
  })

  test('what it means: the history of its cards tells it from now on', () => {
    const scene = buildingOffice('scrum')
    const [shown, planned, past] = ['Antrag', 'Lageplan', 'Statik'].map(title =>
      scene.card(title, scene.columns.review),
    )
    for (const [id, state] of [
      [planned, 'planned'],
      [past, 'closed'],
    ] as const)
      scene.write(scene.get(id!), 'sprint', scene.sprint(state, state))
    scene.done(commands.editColumn, { column: scene.columns.review, category: 'done' })
    expect(scene.view.get(column, scene.columns.review)?.category).toBe('done')
    for (const id of [shown, planned])
      expect(scene.history(id!).at(-1)).toEqual(['column', [scene.columns.review, 'done']])
    expect(scene.history(past!)).toEqual([['column', [scene.columns.review, 'doing']]])
    expect(scene.done(commands.editColumn, { column: scene.columns.review, category: 'done' })).toEqual([])
  })

  test('refusals', () => {
    const {
      refusal,
      teamId,
      columns: { doing },
    } = buildingOffice()
    const gone = { column: 'gone' }
    expect(
      [
        refusal(commands.addColumn, { team: 'gone', name: 'x', category: 'open' }),
        refusal(commands.addColumn, { team: teamId, name: '', category: 'open' }),
        refusal(commands.addColumn, { team: teamId, name: 'x'.repeat(81), category: 'open' }),
        refusal(commands.moveColumn, { ...gone, spot: 'top' }),
        refusal(commands.editColumn, { ...gone, name: 'x' }),
        refusal(commands.editColumn, { column: doing, name: ' ' }),
        refusal(commands.editColumn, { ...gone, category: 'done' }),
        refusal(commands.editColumn, { ...gone, policy: '' }),
        refusal(commands.editColumn, { column: doing, policy: 'x'.repeat(2001) }),
        refusal(commands.editColumn, { ...gone, limit: 1, limitMode: 'warn' }),
        refusal(commands.editColumn, { column: doing, limit: 0, limitMode: 'warn' }),
        refusal(commands.editColumn, { column: doing, limit: 1.5, limitMode: 'none' }),
        refusal(commands.editColumn, { column: doing, limit: null, limitMode: 'warn' }),
      ].map(({ because }) => because),
    ).toEqual([
      'teamIsGone',
      'nameIsEmpty',
      'nameIsTooLong',
      'columnIsGone',
      'columnIsGone',
      'nameIsEmpty',
      'columnIsGone',
      'columnIsGone',
      'textIsTooLong',
      'columnIsGone',
      'numberIsUnfit',
      'numberIsUnfit',
      'numberIsUnfit',
    ])
  })
})

describe('deleting a column asks where its cards go', () => {
  test('to the end of another one, in their order, strays included, and history tells it', () => {
    const scene = buildingOffice()
    const { done, card, columns, get, column: titles, history } = scene
    const first = card('Antrag')
    card('Lageplan')
    const stray = card('Statik', columns.doing)
    scene.write(get(stray), 'position', ['never-seen', 'a0V'])
    card('Bescheid', columns.review)
    done(commands.deleteColumn, { column: columns.ready, cardsTo: columns.review })
    expect(names(scene)).toBe('In Arbeit, Prüfung, Erledigt')
    expect(titles(columns.review)).toBe('Bescheid Antrag Statik Lageplan')
    expect([get(first), get(stray)].map(({ position }) => position[0])).toEqual([columns.review, columns.review])
    expect(history(first).at(-1)).toEqual(['column', [columns.review, 'doing']])
  })

  test('or to the backlog: what ran leaves its sprint, what is planned stays planned', () => {
    const scene = buildingOffice('scrum')
    scene.sprint('s1', 'running')
    const running = scene.card('Antrag', scene.columns.doing)
    const planned = scene.card('Lageplan', scene.columns.doing)
    scene.write(scene.get(planned), 'sprint', scene.sprint('s2', 'planned'))
    scene.done(commands.deleteColumn, { column: scene.columns.doing, cardsTo: 'backlog' })
    expect(scene.backlog()).toBe('Antrag')
    expect([scene.get(running), scene.get(planned)].map(({ sprint, position }) => [sprint, position[0]])).toEqual([
      [null, 'backlog'],
      ['s2', 'backlog'],
    ])
    expect(scene.history(running).slice(-2)).toEqual([
      ['column', ['backlog', 'open']],
      ['sprint', null],
    ])
    expect(scene.history(planned).at(-1)).toEqual(['column', ['backlog', 'open']])
  })

  test('the past is left as it lies: what a closed sprint finished stays finished', () => {
    const scene = buildingOffice('scrum')
    const [finished, left] = [scene.card('Antrag', scene.columns.finished), scene.card('Lageplan', scene.columns.doing)]
    for (const id of [finished, left]) scene.write(scene.get(id), 'sprint', 's1')
    scene.sprint('s1', 'closed')
    for (const id of [scene.columns.finished, scene.columns.doing])
      scene.done(commands.deleteColumn, { column: id, cardsTo: scene.columns.review })
    expect(scene.column(scene.columns.review)).toBe('')
    expect([finished, left].map(id => categoryOf(scene.view, scene.get(id)))).toEqual(['done', 'doing'])
  })

  test('an empty one just goes', () => {
    const scene = buildingOffice()
    scene.done(commands.deleteColumn, { column: scene.columns.review, cardsTo: scene.columns.doing })
    expect(names(scene)).toBe('Bereit, In Arbeit, Erledigt')
  })

  test('refusals', () => {
    const scene = buildingOffice()
    const { refusal, columns, done, card, teamId } = scene
    expect(refusal(commands.deleteColumn, { column: 'gone', cardsTo: 'backlog' })).toEqual({ because: 'columnIsGone' })
    for (const cardsTo of [columns.ready, 'gone'])
      expect(refusal(commands.deleteColumn, { column: columns.ready, cardsTo })).toEqual({ because: 'targetIsGone' })
    card('Antrag')
    card('Lageplan', columns.doing)
    done(commands.editColumn, { column: columns.doing, limit: 1, limitMode: 'refuse' })
    expect(refusal(commands.deleteColumn, { column: columns.ready, cardsTo: columns.doing })).toEqual({
      because: 'columnIsFull',
      column: columns.doing,
      limit: 1,
      count: 1,
    })
    for (const id of [columns.review, columns.finished, columns.doing])
      done(commands.deleteColumn, { column: id, cardsTo: columns.ready })
    expect(refusal(commands.deleteColumn, { column: columns.ready, cardsTo: 'backlog' })).toEqual({
      because: 'columnIsLast',
    })
    done(commands.deleteTeam, { team: teamId })
    expect(refusal(commands.deleteColumn, { column: columns.ready, cardsTo: 'backlog' })).toEqual({
      because: 'teamIsGone',
    })
  })
})
