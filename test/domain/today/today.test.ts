import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { firstStepsOf } from '../../../src/domain/today/first-steps.ts'
import { tasksOf } from '../../../src/domain/today/today.ts'
import { check, criteria } from '../../../src/domain/work/check.ts'
import { impediment } from '../../../src/domain/impediments/impediment.ts'
import { buildingOffice, created } from '../work/building-office.ts'

const friday = '2026-11-20'

describe('what is mine today', () => {
  test.each([
    ['late', '2026-11-19', 'doing', 'late'],
    ['due today', friday, 'ready', 'today'],
    ['due within a week', '2026-11-27', 'doing', 'soon'],
    ['due later, begun', '2026-11-28', 'doing', 'doing'],
    ['due later, not begun', '2026-11-28', 'ready', 'waiting'],
    ['begun, without a day', null, 'doing', 'doing'],
    ['not begun, without a day', null, 'ready', 'waiting'],
    ['done', '2026-11-19', 'finished', undefined],
  ] as const)('a card that is %s', (_name, due, column, urgency) => {
    const { card, columns, view } = buildingOffice()
    card('Antrag', columns[column], { due, people: ['anna'] })
    card('Nicht meine', columns.doing, { due })
    expect(tasksOf(view, 'anna', friday).map(task => task.urgency)).toEqual(urgency ? [urgency] : [])
  })

  test('comes from all teams, the most urgent first, with points and impediments', () => {
    const { card, columns, done, view, teamId } = buildingOffice()
    const it = created(
      done(commands.foundTeam, { name: 'IT', method: 'kanban', columns: [{ name: 'Neu', category: 'open' }] }),
      'team',
    )
    const waiting = card('Wartet', columns.ready, { people: ['anna'] })
    const there = created(
      done(commands.createItem, { team: it, title: 'Zugang', due: '2026-11-25', people: ['anna'] }),
      'item',
    )
    const owner = card('Nicht meine', columns.doing)
    const points = done(commands.addChecks, { item: owner, list: criteria, text: 'Siegel\nStempel' })
    const [seal = '', stamp = ''] = points.filter(({ cell }) => cell === 'm').map(({ id }) => id)
    for (const id of [seal, stamp]) done(commands.assignCheck, { check: id, person: 'anna' })
    done(commands.scheduleCheck, { check: stamp, due: friday })
    const held = done(commands.reportImpediment, {
      team: teamId,
      title: 'Kein Zugang',
      owner: 'anna',
      dueAt: '2026-11-19',
    })
    done(commands.reportImpediment, { team: teamId, title: 'Fremdes' })
    expect(tasksOf(view, 'anna', friday)).toEqual([
      {
        type: 'impediment',
        id: created(held, impediment.type),
        team: teamId,
        item: undefined,
        due: '2026-11-19',
        urgency: 'late',
      },
      { type: 'check', id: stamp, team: teamId, item: owner, due: friday, urgency: 'today' },
      { type: 'item', id: there, team: it, item: there, due: '2026-11-25', urgency: 'soon' },
      { type: 'item', id: waiting, team: teamId, item: waiting, due: null, urgency: 'waiting' },
      { type: 'check', id: seal, team: teamId, item: owner, due: null, urgency: 'waiting' },
    ])
  })

  test('is no longer what has been ticked, dropped or deleted', () => {
    const { card, columns, done, view } = buildingOffice()
    const id = card('Antrag', columns.doing, { people: ['anna'] })
    const list = created(done(commands.addChecklist, { item: id, title: 'Recht' }), 'checklist')
    const [ticked, ofList] = [criteria, list].map(where => {
      const point = created(done(commands.addChecks, { item: id, list: where, text: 'Punkt' }), check.type)
      done(commands.assignCheck, { check: point, person: 'anna' })
      return point
    }) as [string, string]
    const mine = () => tasksOf(view, 'anna', friday).map(task => task.id)
    expect(mine()).toEqual([id, ticked, ofList])
    done(commands.tickCheck, { check: ticked, isDone: true })
    done(commands.deleteChecklist, { checklist: list })
    expect(mine()).toEqual([id])
    done(commands.dropItems, { items: [id] })
    expect(mine()).toEqual([])
    done(commands.tickCheck, { check: ticked, isDone: false })
    expect(mine()).toEqual([])
  })
})

describe('the first steps', () => {
  const none = { hasBackupFolder: false, hasInvited: false }

  test('of a Kanban team are five, of a Scrum team six', () => {
    const steps = (method: 'kanban' | 'scrum') => {
      const { view, team } = buildingOffice(method)
      return firstStepsOf(view, team(), none).map(({ step }) => step)
    }
    expect(steps('kanban')).toEqual(['card', 'backlog', 'estimate', 'backup', 'invite'])
    expect(steps('scrum')).toEqual(['card', 'backlog', 'estimate', 'sprint', 'backup', 'invite'])
  })

  test('are ticked one by one and stay ticked', () => {
    const { view, team, teamId, card, done } = buildingOffice('scrum')
    const ticked = (arrangements = none) =>
      firstStepsOf(view, team(), arrangements).flatMap(({ step, isDone }) => (isDone ? [step] : []))
    expect(ticked()).toEqual([])
    const first = card('Eins', 'backlog')
    expect(ticked()).toEqual(['card'])
    done(commands.deleteItems, { items: [first] })
    expect(ticked()).toEqual(['card'])
    for (const title of ['Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs']) card(title, 'backlog')
    expect(ticked()).toEqual(['card', 'backlog'])
    const last = card('Sieben', 'backlog', { estimate: 3 })
    expect(ticked()).toEqual(['card', 'backlog', 'estimate'])
    const sprint = created(done(commands.planSprint, { team: teamId, name: 'Sprint 1' }), 'sprint')
    done(commands.addToSprint, { sprint, items: [last] })
    expect(ticked()).toEqual(['card', 'backlog', 'estimate', 'sprint'])
    expect(ticked({ hasBackupFolder: true, hasInvited: true })).toHaveLength(6)
  })
})
