import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { membersOf, roleRecords, teamsOf } from '../../../src/domain/people/members.ts'
import { labelOfDevice } from '../../../src/domain/people/name-device.ts'
import { person } from '../../../src/domain/people/person.ts'
import { roleFindings } from '../../../src/domain/people/role-findings.ts'
import { teamRole, type Role } from '../../../src/domain/people/team-role.ts'
import { buildingOffice, type BuildingOffice } from '../work/building-office.ts'

const names = ({ view, teamId }: BuildingOffice): readonly (string | undefined)[] =>
  membersOf(view, teamId).map(member => view.get(person, member.person)?.name)

describe('people come and go', () => {
  test('a new colleague is a developer; one who is known elsewhere is not made twice', () => {
    const scene = buildingOffice()
    const { done, teamId, view } = scene
    done(commands.addPerson, { team: teamId, name: ' Dora  Dachs' })
    done(commands.foundTeam, {
      name: 'Wahlen',
      method: 'kanban',
      people: ['Emil'],
      columns: [{ name: 'Bereit', category: 'open' }],
    })
    done(commands.addPerson, { team: teamId, name: 'emil' })
    expect(names(scene)).toEqual(['Anna', 'Ben', 'Clara', 'Dora Dachs', 'Emil'])
    expect(view.ids(person, 'all', 'all')).toHaveLength(5)
  })

  test('renamed, their cards stay with them', () => {
    const scene = buildingOffice()
    const ben = scene.personId('Ben')
    const card = scene.card('Antrag', undefined, { people: [ben] })
    scene.done(commands.renamePerson, { person: ben, name: 'Benno' })
    expect(names(scene)).toEqual(['Anna', 'Benno', 'Clara'])
    expect(scene.get(card).people).toEqual([ben])
  })

  test('gone for a while, they come back with their roles and cards', () => {
    const scene = buildingOffice()
    const ben = scene.personId('Ben')
    const card = scene.card('Antrag', undefined, { people: [ben] })
    scene.done(commands.removePerson, { person: ben })
    expect(names(scene)).toEqual(['Anna', 'Clara'])
    expect(scene.get(card).people).toEqual([ben])
    scene.done(commands.restorePerson, { person: ben })
    expect(names(scene)).toEqual(['Anna', 'Ben', 'Clara'])
  })

  test('refusals', () => {
    const { refusal, teamId, personId } = buildingOffice()
    const ben = personId('Ben')
    expect(
      [
        refusal(commands.addPerson, { team: 'gone', name: 'Dora' }),
        refusal(commands.addPerson, { team: teamId, name: ' ' }),
        refusal(commands.addPerson, { team: teamId, name: 'BEN' }),
        refusal(commands.renamePerson, { person: 'gone', name: 'Dora' }),
        refusal(commands.renamePerson, { person: ben, name: '' }),
        refusal(commands.removePerson, { person: 'gone' }),
        refusal(commands.restorePerson, { person: 'gone' }),
        refusal(commands.restorePerson, { person: ben }),
        refusal(commands.setRoles, { team: 'gone', person: ben, roles: [] }),
        refusal(commands.setRoles, { team: teamId, person: 'gone', roles: [] }),
      ].map(({ because }) => because),
    ).toEqual([
      'teamIsGone',
      'nameIsEmpty',
      'personIsInTeam',
      'personIsGone',
      'nameIsEmpty',
      'personIsGone',
      'personIsGone',
      'personIsNotInBin',
      'teamIsGone',
      'personIsGone',
    ])
  })
})

describe('roles are data', () => {
  test('a person may hold several; with none they are not in the team', () => {
    const scene = buildingOffice()
    const ben = scene.personId('Ben')
    scene.done(commands.setRoles, { team: scene.teamId, person: ben, roles: ['developer', 'scrumMaster', 'developer'] })
    expect(membersOf(scene.view, scene.teamId)[1]).toEqual({ person: ben, roles: ['scrumMaster', 'developer'] })
    scene.done(commands.setRoles, { team: scene.teamId, person: ben, roles: [] })
    expect(names(scene)).toEqual(['Anna', 'Clara'])
    expect(teamsOf(scene.view, ben)).toEqual([])
  })

  test('a role made twice by a merge counts once, and is one after the next change', () => {
    const scene = buildingOffice()
    const ben = scene.personId('Ben')
    const again = { document: 'workspace#1', id: 'again' }
    scene.office.apply(
      create(teamRole, again, { team: scene.teamId, person: ben, role: 'developer' }, scene.office.context()),
    )
    expect(membersOf(scene.view, scene.teamId)[1]).toEqual({ person: ben, roles: ['developer'] })
    scene.done(commands.setRoles, { team: scene.teamId, person: ben, roles: ['developer'] })
    expect(roleRecords(scene.view, scene.teamId, ben)).toHaveLength(1)
  })

  test('a role of nobody and a role in no team harm nobody', () => {
    const scene = buildingOffice()
    const context = scene.office.context()
    scene.office.apply([
      ...create(teamRole, { document: 'workspace#1', id: 'r1' }, { team: scene.teamId }, context),
      ...create(teamRole, { document: 'workspace#1', id: 'r2' }, { team: scene.teamId, person: 'never-seen' }, context),
      ...create(teamRole, { document: 'workspace#1', id: 'r3' }, { person: 'anna' }, context),
    ])
    expect(names(scene)).toEqual(['Anna', 'Ben', 'Clara'])
    expect(teamsOf(scene.view, 'anna')).toEqual([scene.teamId])
  })
})

describe('what a Scrum team is told about its roles', () => {
  const findings = (roles: Record<string, readonly Role[]>, developers: number): readonly string[] => {
    const scene = buildingOffice('scrum')
    for (const [name, held] of Object.entries(roles)) {
      if (!names(scene).includes(name)) scene.done(commands.addPerson, { team: scene.teamId, name })
      scene.done(commands.setRoles, { team: scene.teamId, person: scene.personId(name), roles: held })
    }
    for (let more = 0; more < developers; more++)
      scene.done(commands.addPerson, { team: scene.teamId, name: `Dev ${more}` })
    return roleFindings(scene.view, scene.team()).map(({ finding }) => finding)
  }
  const [owner, master] = [['productOwner'], ['scrumMaster']] as const

  test.each<[string, Record<string, readonly Role[]>, number, readonly string[]]>([
    ['all is well', { Anna: owner, Ben: master }, 2, []],
    ['nine developers are well', { Anna: owner, Ben: master }, 8, []],
    ['nobody has a role of their own yet', {}, 0, ['productOwnerIsMissing', 'scrumMasterIsMissing']],
    ['two product owners', { Anna: owner, Ben: owner, Clara: master }, 3, ['productOwnersAreSeveral']],
    ['two Scrum masters', { Anna: owner, Ben: master, Clara: master }, 3, ['scrumMastersAreSeveral']],
    ['two developers', { Anna: owner, Ben: master }, 1, ['developersAreTooFew']],
    ['ten developers', { Anna: owner, Ben: master }, 9, ['developersAreTooMany']],
    [
      'the product owner develops',
      { Anna: ['productOwner', 'developer'], Ben: master },
      2,
      ['productOwnerIsDeveloper'],
    ],
    ['the Scrum master develops, which is fine', { Anna: owner, Ben: ['scrumMaster', 'developer'] }, 1, []],
  ])('%s', (_name, roles, developers, expected) => expect(findings(roles, developers)).toEqual(expected))

  test('each finding names who or how many', () => {
    const scene = buildingOffice('scrum')
    scene.done(commands.setRoles, { team: scene.teamId, person: 'anna', roles: ['productOwner', 'developer'] })
    scene.done(commands.setRoles, { team: scene.teamId, person: scene.personId('Ben'), roles: ['productOwner'] })
    expect(roleFindings(scene.view, scene.team())).toEqual([
      { finding: 'productOwnersAreSeveral', people: ['anna', scene.personId('Ben')] },
      { finding: 'scrumMasterIsMissing' },
      { finding: 'developersAreTooFew', count: 2, least: 3 },
      { finding: 'productOwnerIsDeveloper', person: 'anna' },
    ])
  })

  test("the bounds are the team's own; a team can ask for silence; a Kanban team has no such roles", () => {
    const scene = buildingOffice('scrum')
    scene.done(commands.adjustTeam, { team: scene.teamId, mostDevelopers: 2, leastDevelopers: 1 })
    expect(roleFindings(scene.view, scene.team())).toContainEqual({
      finding: 'developersAreTooMany',
      count: 3,
      most: 2,
    })
    scene.done(commands.adjustTeam, { team: scene.teamId, rolesUnchecked: true })
    expect(roleFindings(scene.view, scene.team())).toEqual([])
    expect(roleFindings(scene.view, buildingOffice('kanban').team())).toEqual([])
  })
})

describe('devices have names', () => {
  const phone = '7f'.repeat(32)

  test('the first name, another one, and the same again, which changes nothing', () => {
    const { done, view } = buildingOffice()
    expect(labelOfDevice(view, phone)).toBeUndefined()
    done(commands.nameDevice, { device: phone, label: ' Chrome  auf Android' })
    expect(labelOfDevice(view, phone)).toBe('Chrome auf Android')
    done(commands.nameDevice, { device: phone, label: 'Diensthandy' })
    expect(labelOfDevice(view, phone)).toBe('Diensthandy')
    expect(done(commands.nameDevice, { device: phone, label: 'Diensthandy' })).toEqual([])
    expect(labelOfDevice(view, '00'.repeat(32))).toBeUndefined()
  })

  test.each([
    ['', 'nameIsEmpty'],
    ['x'.repeat(61), 'nameIsTooLong'],
  ])('„%s“ is none', (label, because) => {
    expect(() => buildingOffice().done(commands.nameDevice, { device: phone, label })).toThrow(because)
  })
})
