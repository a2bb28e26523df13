import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { boardColumns } from '../../../src/domain/kanban/home.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { membersOf, teamsOf } from '../../../src/domain/people/members.ts'
import type { FoundTeam } from '../../../src/domain/people/found-team.ts'
import { isPrefix, proposePrefix } from '../../../src/domain/people/prefix.ts'
import { person } from '../../../src/domain/people/person.ts'
import { methodFindings } from '../../../src/domain/people/role-findings.ts'
import { team, type Method } from '../../../src/domain/people/team.ts'
import { memoryOffice } from '../../support/memory-office.ts'
import { buildingOffice, created } from '../work/building-office.ts'

const columns = [{ name: 'Bereit', category: 'open' }] as const

describe('a prefix is proposed from the name of a team', () => {
  test.each([
    ['Digitale Bauakte', 'DIG'],
    ['IT', 'IT'],
    ['E-Akte', 'EA'],
    ['X', 'XX'],
    ['Amt für Umwelt und Soziales', 'AUS'],
    ['Ämter & Öffentlichkeit', 'AEM'],
    ['Straßen', 'STR'],
    ['Büro', 'BUE'],
    ['Cafe\u0301 Zoë', 'CAF'],
    ['A B C D E F G', 'ABCDEF'],
    ['Team 3', 'TEA'],
    ['42', 'TEAM'],
    ['', 'TEAM'],
    ['Отдел', 'TEAM'],
  ])('%j: %s', (name, prefix) => {
    expect(proposePrefix(name)).toBe(prefix)
    expect(isPrefix(prefix)).toBe(true)
  })

  test('one letter more for each that is taken, the first again when all are', () => {
    expect(proposePrefix('Digitale Bauakte', prefix => prefix === 'DIG')).toBe('DIGI')
    expect(proposePrefix('Amt für Umwelt und Soziales', prefix => prefix === 'AUS')).toBe('AMT')
    expect(proposePrefix('Digitale Bauakte', () => true)).toBe('DIG')
  })

  test.each(['D', 'DIGITAL', 'dig', 'D1', 'ÄMT', ''])('%j is no prefix', text => expect(isPrefix(text)).toBe(false))
})

describe('a team is founded', () => {
  test('with its columns in order, its people as developers, and a prefix', () => {
    const { view, team: theTeam, personId } = buildingOffice()
    expect(theTeam()).toMatchObject({ name: 'Digitale Bauakte', prefix: 'DIG', method: 'kanban' })
    expect(boardColumns(view, theTeam()).map(id => view.get(column, id)?.name)).toEqual([
      'Bereit',
      'In Arbeit',
      'Prüfung',
      'Erledigt',
    ])
    expect(membersOf(view, theTeam().id)).toEqual(
      ['Anna', 'Ben', 'Clara'].map(name => ({ person: personId(name), roles: ['developer'] })),
    )
    expect(view.get(person, 'anna')?.name).toBe('Anna')
    expect(teamsOf(view, personId('Ben'))).toEqual([theTeam().id])
  })

  test('a second one takes the people who are known already, and another prefix', () => {
    const { view, done } = buildingOffice()
    const changes = done(commands.foundTeam, {
      name: 'Digitaler Antrag',
      method: 'scrum',
      founderName: 'Frau Anna',
      people: [' ben ', 'Dora', 'dora', ''],
      columns,
    })
    const second = view.get(team, created(changes, 'team'))!
    expect(second.prefix).toBe('DIGI')
    expect(membersOf(view, second.id).map(({ person: id }) => view.get(person, id)?.name)).toEqual([
      'Anna',
      'Ben',
      'Dora',
    ])
    expect(view.ids(person, 'all', 'all')).toHaveLength(4)
  })

  test('who founds it comes out of the bin for it; who has no name yet is not in it', () => {
    const { view, done, office } = buildingOffice()
    done(commands.removePerson, { person: 'anna' })
    const withAnna = created(
      done(commands.foundTeam, { name: 'Wahlen', prefix: 'WAHL', method: 'kanban', columns }),
      'team',
    )
    expect(membersOf(view, withAnna)).toEqual([{ person: 'anna', roles: ['developer'] }])
    office.as('nobody-yet')
    const alone = created(done(commands.foundTeam, { name: 'Standesamt', method: 'kanban', columns }), 'team')
    expect(membersOf(view, alone)).toEqual([])
  })

  test.each<[string, Partial<FoundTeam>, object]>([
    ['without a name', { name: '  ' }, { because: 'nameIsEmpty' }],
    ['with an endless name', { name: 'x'.repeat(121) }, { because: 'nameIsTooLong', longest: 120 }],
    ['by someone without a name', { founderName: ' ' }, { because: 'nameIsEmpty' }],
    [
      'with a colleague whose name is endless',
      { people: ['Ben', 'x'.repeat(121)] },
      { because: 'nameIsTooLong', longest: 120 },
    ],
    ['with a column without a name', { columns: [{ name: '', category: 'done' }] }, { because: 'nameIsEmpty' }],
    [
      'with a column whose name is endless',
      { columns: [{ name: 'x'.repeat(81), category: 'done' }] },
      { because: 'nameIsTooLong', longest: 80 },
    ],
    ['without columns', { columns: [] }, { because: 'columnsAreMissing' }],
    ['with an unfit prefix', { prefix: 'dig' }, { because: 'prefixIsUnfit' }],
  ])('but not %s', (_name, more, refusal) => {
    const result = memoryOffice().run(commands.foundTeam, {
      name: 'Wahlen',
      method: 'kanban',
      founderName: 'Anna',
      columns,
      ...more,
    })
    expect(result).toEqual({ ok: false, refusal })
  })
})

describe('a team is changed', () => {
  test('renamed, while keys that were given stay', () => {
    const { done, teamId, team: theTeam, card, get } = buildingOffice()
    const key = get(card('Antrag')).key
    done(commands.renameTeam, { team: teamId, name: ' Bauakte ' })
    done(commands.setPrefix, { team: teamId, prefix: 'BAU' })
    expect(theTeam()).toMatchObject({ name: 'Bauakte', prefix: 'BAU' })
    expect(get(card('Lageplan')).key).toMatch(/^BAU-/)
    expect(key).toMatch(/^DIG-/)
  })

  test('from Kanban to Scrum and back, with its cards where they were', () => {
    const {
      done,
      teamId,
      team: theTeam,
      card,
      column: cards,
      columns: { ready },
    } = buildingOffice()
    card('Antrag')
    for (const method of ['scrum', 'kanban'] as const) {
      done(commands.changeMethod, { team: teamId, method })
      expect(theTeam().method).toBe(method)
      expect(cards(ready)).toBe('Antrag')
    }
  })

  test('into the bin and out again', () => {
    const { view, done, refusal, teamId } = buildingOffice()
    expect(refusal(commands.restoreTeam, { team: teamId })).toEqual({ because: 'teamIsNotInBin' })
    done(commands.deleteTeam, { team: teamId })
    expect(view.ids(team, 'all', 'all')).toEqual([])
    done(commands.restoreTeam, { team: teamId })
    expect(view.ids(team, 'all', 'all')).toEqual([teamId])
  })

  test('its settings, null going back to the default', () => {
    const { done, teamId, team: theTeam } = buildingOffice()
    done(commands.adjustTeam, {
      team: teamId,
      sprintDays: 21,
      leastDevelopers: 0,
      mostDevelopers: 12,
      rolesUnchecked: true,
    })
    expect(theTeam()).toMatchObject({ sprintDays: 21, leastDevelopers: 0, mostDevelopers: 12, rolesUnchecked: true })
    done(commands.adjustTeam, { team: teamId, mostDevelopers: null })
    expect(theTeam()).toMatchObject({ sprintDays: 21, mostDevelopers: null, rolesUnchecked: true })
  })

  test.each([
    [{ sprintDays: 0 }, 'numberIsUnfit'],
    [{ sprintDays: 1.5 }, 'numberIsUnfit'],
    [{ leastDevelopers: -1 }, 'numberIsUnfit'],
    [{ mostDevelopers: Number.NaN }, 'numberIsUnfit'],
    [{ leastDevelopers: 10 }, 'boundsAreSwapped'],
    [{ mostDevelopers: 2 }, 'boundsAreSwapped'],
  ])('but not %j', (settings, because) => {
    const { refusal, teamId } = buildingOffice()
    expect(refusal(commands.adjustTeam, { team: teamId, ...settings })).toEqual({ because })
  })

  test('what is gone, unnamed or unfit is refused', () => {
    const { refusal, teamId } = buildingOffice()
    const gone = { team: 'gone' }
    expect(
      [
        refusal(commands.renameTeam, { ...gone, name: 'x' }),
        refusal(commands.setPrefix, { ...gone, prefix: 'XX' }),
        refusal(commands.changeMethod, { ...gone, method: 'scrum' }),
        refusal(commands.adjustTeam, gone),
        refusal(commands.deleteTeam, gone),
        refusal(commands.restoreTeam, gone),
        refusal(commands.renameTeam, { team: teamId, name: ' ' }),
        refusal(commands.setPrefix, { team: teamId, prefix: 'x' }),
      ].map(({ because }) => because),
    ).toEqual([...Array.from({ length: 6 }, () => 'teamIsGone'), 'nameIsEmpty', 'prefixIsUnfit'])
  })
})

describe('before a team changes its way of working it is told', () => {
  const withSprint = (method: Method, state: 'running' | 'review' | 'planned') => {
    const scene = buildingOffice(method)
    scene.sprint('s1', state)
    return methodFindings(scene.view, scene.team(), method === 'scrum' ? 'kanban' : 'scrum')
  }
  test.each(['running', 'review'] as const)('that a sprint is %s', state => {
    expect(withSprint('scrum', state)).toEqual([{ finding: 'sprintIsRunning', sprint: 's1' }])
  })
  test('nothing when none runs, when it stays as it is, or towards Scrum', () => {
    expect(withSprint('scrum', 'planned')).toEqual([])
    expect(withSprint('kanban', 'running')).toEqual([])
    const scene = buildingOffice('scrum')
    scene.sprint('s1', 'running')
    expect(methodFindings(scene.view, scene.team(), 'scrum')).toEqual([])
  })
})
