import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { viewsOf } from '../../../src/domain/views/save-view.ts'
import { savedView } from '../../../src/domain/views/saved-view.ts'
import { timeInBin } from '../../../src/domain/work/bin.ts'
import { buildingOffice, created } from '../work/building-office.ts'

const atDesk = () => {
  const scene = buildingOffice()
  const save = (name: string, query = 'mine=1', place = 'board') =>
    created(scene.done(commands.saveView, { team: scene.teamId, name, place, query }), 'savedView')
  const names = (person: string) => viewsOf(scene.view, scene.team(), person).map(({ name }) => name)
  return { ...scene, save, names }
}

describe('a saved view', () => {
  test('is shown to who saved it, by name, and to nobody else', () => {
    const { save, names, office, view, document } = atDesk()
    save('überfällig')
    save(' Meine  Karten ')
    office.as('ben')
    save('Meine Karten')
    office.apply(create(savedView, { document, id: 'lost' }, { name: 'Von niemandem' }, office.context()))
    expect([names('anna'), names('ben')]).toEqual([['Meine Karten', 'überfällig'], ['Meine Karten']])
    expect(view.keys(savedView, 'person')).toHaveLength(2)
  })

  test('keeps place and filters; both name and filters can change', () => {
    const { save, done, view } = atDesk()
    const id = save('Rote', '?label=l1&q=Stra%C3%9Fe', 'backlog')
    expect(view.get(savedView, id)).toMatchObject({ place: 'backlog', query: 'label=l1&q=Stra%C3%9Fe' })
    done(commands.changeView, { view: id, query: '' })
    done(commands.changeView, { view: id, name: 'ROTE' })
    expect(view.get(savedView, id)).toMatchObject({ name: 'ROTE', query: '' })
  })

  test('goes when its person deletes it; after a month nothing is left of it', () => {
    const { save, done, names, office, teamId, view } = atDesk()
    const id = save('Meine')
    done(commands.deleteView, { view: id })
    expect(names('anna')).toEqual([])
    office.pass(timeInBin)
    done(commands.emptyBin, { team: teamId })
    expect(view.get(savedView, id)).toMatchObject({ name: '', query: '' })
    expect(done(commands.emptyBin, { team: teamId })).toEqual([])
  })

  test('refusals', () => {
    const { save, refusal, office, teamId } = atDesk()
    const say = (values: object) =>
      refusal(commands.saveView, { team: teamId, name: 'Neu', place: 'board', query: '', ...values })
    const [id] = [save('Meine'), save('Rote')]
    expect(say({ team: 'gone' })).toEqual({ because: 'teamIsGone' })
    expect(say({ name: ' ' })).toEqual({ because: 'nameIsEmpty' })
    expect(say({ name: 'MEINE' })).toEqual({ because: 'viewExists' })
    for (const values of [{ place: '../start' }, { query: '#/t/x' }, { query: 'a b' }, { query: 'x'.repeat(2001) }])
      expect(say(values)).toEqual({ because: 'viewIsUnfit' })
    expect(refusal(commands.changeView, { view: id, name: 'x'.repeat(81) }).because).toBe('nameIsTooLong')
    expect(refusal(commands.changeView, { view: id, name: 'rote' })).toEqual({ because: 'viewExists' })
    expect(refusal(commands.changeView, { view: id, query: '#' })).toEqual({ because: 'viewIsUnfit' })
    office.as('ben')
    for (const command of [commands.changeView, commands.deleteView])
      for (const view of [id, 'gone']) expect(refusal(command, { view })).toEqual({ because: 'viewIsGone' })
  })
})
