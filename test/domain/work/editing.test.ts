import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { allBlockersOf, ancestorsOf, partsOf } from '../../../src/domain/work/family.ts'
import type { Kind } from '../../../src/domain/work/item.ts'
import { label } from '../../../src/domain/work/label.ts'
import { openBlockers, partsProgress, waitingFor } from '../../../src/domain/work/progress.ts'
import { buildingOffice, created } from './building-office.ts'

describe('texts and values', () => {
  test('each is one change, and its key stays', () => {
    const { card, done, get } = buildingOffice()
    const id = card('Antrag')
    const { key } = get(id)
    done(commands.renameItem, { item: id, title: ' Bauantrag ' })
    done(commands.describeItem, { item: id, description: '## Ziel\n- lesbar' })
    done(commands.prioritiseItems, { items: [id], priority: 'high' })
    done(commands.scheduleItems, { items: [id], due: '2026-12-01' })
    expect(get(id)).toMatchObject({
      key,
      title: 'Bauantrag',
      description: '## Ziel\n- lesbar',
      priority: 'high',
      due: '2026-12-01',
    })
    done(commands.scheduleItems, { items: [id], due: null })
    expect(get(id).due).toBeNull()
    expect(done(commands.renameItem, { item: id, title: 'Bauantrag' })).toEqual([])
  })

  test('a description keeps what others wrote meanwhile', () => {
    const { card, done, get } = buildingOffice()
    const id = card('Antrag', 'backlog', { description: 'Ziel: lesbar. Frist: offen.' })
    const base = get(id).description
    done(commands.describeItem, { item: id, description: 'Ziel: rechtssicher. Frist: offen.' })
    done(commands.describeItem, { item: id, description: 'Ziel: lesbar. Frist: Freitag.', base })
    expect(get(id).description).toBe('Ziel: rechtssicher. Frist: Freitag.')
  })

  test('history keeps each estimate, and only where one changes', () => {
    const { card, done, history, get } = buildingOffice()
    const [first, second] = [card('Antrag', 'backlog'), card('Lageplan', 'backlog', { estimate: 3 })]
    done(commands.estimateItems, { items: [first, second], estimate: 3 })
    done(commands.estimateItems, { items: [first], estimate: null })
    expect(history(first)).toEqual([
      ['estimate', 3],
      ['estimate', null],
    ])
    expect(history(second)).toEqual([['estimate', 3]])
    expect(get(first).estimate).toBeNull()
  })

  test('of many cards, those that have gone meanwhile are left out', () => {
    const { card, done, get } = buildingOffice()
    const [first, gone] = [card('Antrag'), card('Statik')]
    done(commands.deleteItems, { items: [gone] })
    done(commands.prioritiseItems, { items: [gone, first, 'never-seen', first], priority: 'low' })
    expect([get(first).priority, get(gone).priority]).toEqual(['low', 'medium'])
  })

  test('refusals', () => {
    const { card, refusal } = buildingOffice()
    const id = card('Antrag')
    const [item, items] = ['gone', ['gone']]
    expect(
      [
        refusal(commands.renameItem, { item, title: 'x' }),
        refusal(commands.renameItem, { item: id, title: '' }),
        refusal(commands.renameItem, { item: id, title: 'x'.repeat(501) }),
        refusal(commands.describeItem, { item, description: '' }),
        refusal(commands.describeItem, { item: id, description: 'x'.repeat(32_769) }),
        refusal(commands.estimateItems, { items, estimate: 1 }),
        refusal(commands.estimateItems, { items: [id], estimate: -1 }),
        refusal(commands.estimateItems, { items: [id], estimate: Number.POSITIVE_INFINITY }),
        refusal(commands.prioritiseItems, { items: [], priority: 'low' }),
        refusal(commands.scheduleItems, { items, due: null }),
        refusal(commands.scheduleItems, { items: [id], due: '2026-11-31' }),
      ].map(({ because }) => because),
    ).toEqual([
      'itemIsGone',
      'nameIsEmpty',
      'nameIsTooLong',
      'itemIsGone',
      'textIsTooLong',
      'itemIsGone',
      'numberIsUnfit',
      'numberIsUnfit',
      'itemIsGone',
      'itemIsGone',
      'dayIsUnfit',
    ])
  })
})

describe('epics, stories and their parts', () => {
  test.each<[Kind, Kind, string | undefined]>([
    ['story', 'epic', undefined],
    ['task', 'epic', undefined],
    ['task', 'story', undefined],
    ['story', 'story', undefined],
    ['task', 'task', 'parentIsUnfit'],
    ['task', 'bug', 'parentIsUnfit'],
    ['task', 'spike', 'parentIsUnfit'],
    ['epic', 'epic', 'parentIsUnfit'],
    ['epic', 'story', 'parentIsUnfit'],
  ])('a %s in a %s: %s', (kind, parentKind, because) => {
    const { card, office, get } = buildingOffice()
    const [child, parent] = [card('Teil', 'backlog', { kind }), card('Ganzes', 'backlog', { kind: parentKind })]
    const result = office.run(commands.setParent, { item: child, parent })
    expect(result.ok ? undefined : result.refusal.because).toBe(because)
    expect(get(child).parent).toBe(because ? null : parent)
  })

  test('nothing is a part of itself, not even around a corner', () => {
    const { card, refusal } = buildingOffice()
    const story = { kind: 'story' } as const
    const whole = card('Ganzes', 'backlog', story)
    const part = card('Teil', 'backlog', { ...story, parent: whole })
    const piece = card('Stück', 'backlog', { ...story, parent: part })
    for (const parent of [whole, part, piece])
      expect(refusal(commands.setParent, { item: whole, parent })).toEqual({ because: 'partsGoInCircle' })
  })

  test('a circle that two people made apart ends where it began', () => {
    const { card, write, get, view } = buildingOffice()
    const ids = ['a', 'b', 'c'].map(title => card(title, 'backlog', { kind: 'story' }))
    for (const [index, id] of ids.entries()) {
      write(get(id), 'parent', ids[(index + 1) % 3]!)
      write(get(id), `b:${ids[(index + 1) % 3]}`, 1)
    }
    expect(ancestorsOf(view, ids[0]!)).toEqual([ids[1], ids[2]])
    expect(allBlockersOf(view, ids[0]!)).toEqual([ids[1], ids[2]])
    expect(ancestorsOf(view, 'gone')).toEqual([])
  })

  test('a parent in the bin or another team is none', () => {
    const { card, done, refusal, get, view } = buildingOffice()
    const epic = card('Portal', 'backlog', { kind: 'epic' })
    const child = card('Antrag', 'backlog', { parent: epic })
    done(commands.deleteItems, { items: [epic] })
    expect(ancestorsOf(view, child)).toEqual([])
    expect(refusal(commands.setParent, { item: child, parent: epic })).toEqual({ because: 'parentIsGone' })
    done(commands.setParent, { item: child, parent: null })
    expect(get(child).parent).toBeNull()
    const team = done(commands.foundTeam, {
      name: 'Wahlen',
      method: 'kanban',
      columns: [{ name: 'Bereit', category: 'open' }],
    })[0]!.id
    const theirs = created(done(commands.createItem, { team, title: 'Stimmzettel', kind: 'epic' }), 'item')
    expect(refusal(commands.setParent, { item: child, parent: theirs })).toEqual({ because: 'parentIsGone' })
    expect(refusal(commands.addBlocker, { item: child, blocker: theirs })).toEqual({ because: 'blockerIsGone' })
    expect(refusal(commands.setParent, { item: 'gone', parent: null })).toEqual({ because: 'itemIsGone' })
  })

  test('another kind: an epic leaves the board and its parent; what has parts stays able to have them', () => {
    const { card, done, refusal, get, column, columns } = buildingOffice()
    const epic = card('Portal', 'backlog', { kind: 'epic' })
    const story = card('Antrag', columns.ready, { kind: 'story', parent: epic })
    done(commands.changeKind, { item: story, kind: 'bug' })
    done(commands.changeKind, { item: story, kind: 'epic' })
    expect(get(story)).toMatchObject({ kind: 'epic', parent: null })
    expect(column(columns.ready)).toBe('')
    done(commands.changeKind, { item: story, kind: 'story' })
    expect(column(columns.ready)).toBe('Antrag')
    done(commands.setParent, { item: story, parent: epic })
    expect(refusal(commands.changeKind, { item: epic, kind: 'task' })).toEqual({ because: 'itemHasParts', count: 1 })
    done(commands.changeKind, { item: epic, kind: 'story' })
    expect(refusal(commands.changeKind, { item: 'gone', kind: 'task' })).toEqual({ because: 'itemIsGone' })
  })

  test('progress counts the parts that were not decided against', () => {
    const { card, done, view, columns } = buildingOffice()
    const epic = card('Portal', 'backlog', { kind: 'epic' })
    expect(partsProgress(view, epic)).toEqual({ items: { done: 0, total: 0 }, points: { done: 0, total: 0 } })
    card('Antrag', columns.finished, { parent: epic, estimate: 5 })
    card('Lageplan', columns.doing, { parent: epic, estimate: 3 })
    card('Statik', 'backlog', { parent: epic })
    const dropped = card('Fax', columns.doing, { parent: epic, estimate: 100 })
    done(commands.dropItems, { items: [dropped] })
    expect(partsProgress(view, epic)).toEqual({ items: { done: 1, total: 3 }, points: { done: 5, total: 8 } })
    expect(partsOf(view, epic)).toHaveLength(4)
  })
})

describe('items that wait for each other', () => {
  test('a blocker is open until it is done, dropped or gone', () => {
    const { card, done, get, view, columns } = buildingOffice()
    const id = card('Bescheid')
    const blockers = ['Antrag', 'Lageplan', 'Statik', 'Fax'].map(title => card(title, columns.doing))
    const [open, finished, binned, dropped] = blockers as [string, string, string, string]
    for (const blocker of blockers) done(commands.addBlocker, { item: id, blocker })
    expect(openBlockers(view, get(id))).toEqual(blockers.toSorted())
    done(commands.moveItem, { item: finished, place: columns.finished })
    done(commands.deleteItems, { items: [binned] })
    done(commands.dropItems, { items: [dropped] })
    expect(openBlockers(view, get(id))).toEqual([open])
    expect(waitingFor(view, open)).toEqual([id])
    done(commands.removeBlocker, { item: id, blocker: binned })
    expect(get(id).blockedBy).not.toContain(binned)
  })

  test('refusals', () => {
    const { card, done, refusal } = buildingOffice()
    const [first, second, third] = ['a', 'b', 'c'].map(title => card(title)) as [string, string, string]
    done(commands.addBlocker, { item: second, blocker: first })
    done(commands.addBlocker, { item: third, blocker: second })
    expect(refusal(commands.addBlocker, { item: first, blocker: third })).toEqual({ because: 'blockersGoInCircle' })
    expect(refusal(commands.addBlocker, { item: first, blocker: first })).toEqual({ because: 'blockersGoInCircle' })
    expect(refusal(commands.addBlocker, { item: first, blocker: 'gone' })).toEqual({ because: 'blockerIsGone' })
    expect(refusal(commands.addBlocker, { item: 'gone', blocker: first })).toEqual({ because: 'itemIsGone' })
    expect(refusal(commands.removeBlocker, { item: 'gone', blocker: first })).toEqual({ because: 'itemIsGone' })
  })
})

describe('people and labels', () => {
  test('people are put on cards and taken off, also those who are gone', () => {
    const { card, done, refusal, get, personId } = buildingOffice()
    const [ids, ben] = [[card('Antrag'), card('Lageplan')], personId('Ben')]
    for (const person of ['anna', ben, ben]) done(commands.assignItems, { items: ids, person })
    expect(ids.map(id => get(id).people)).toEqual([[ben, 'anna'].toSorted(), [ben, 'anna'].toSorted()])
    done(commands.removePerson, { person: ben })
    expect(refusal(commands.assignItems, { items: ids, person: ben })).toEqual({ because: 'personIsGone' })
    done(commands.unassignItems, { items: ids, person: ben })
    expect(ids.map(id => get(id).people)).toEqual([['anna'], ['anna']])
    expect(refusal(commands.unassignItems, { items: [], person: ben })).toEqual({ because: 'itemIsGone' })
  })

  test('labels are made, used, edited and deleted; cards keep them for an undo', () => {
    const { card, done, refusal, get, view } = buildingOffice()
    const [id, urgent] = [card('Antrag'), created(done(commands.createLabel, { name: ' Eilig ', hue: 'red' }), 'label')]
    done(commands.labelItems, { items: [id], label: urgent })
    done(commands.editLabel, { label: urgent, name: 'Sehr eilig' })
    done(commands.editLabel, { label: urgent, hue: 'orange' })
    expect(view.get(label, urgent)).toMatchObject({ name: 'Sehr eilig', hue: 'orange' })
    expect(get(id).labels).toEqual([urgent])
    done(commands.deleteLabel, { label: urgent })
    expect(get(id).labels).toEqual([urgent])
    expect(refusal(commands.labelItems, { items: [id], label: urgent })).toEqual({ because: 'labelIsGone' })
    done(commands.unlabelItems, { items: [id], label: urgent })
    expect(get(id).labels).toEqual([])
  })

  test('refusals', () => {
    const { done, refusal, office } = buildingOffice()
    const urgent = created(done(commands.createLabel, { name: 'Eilig', hue: 'red' }), 'label')
    office.apply(create(label, { document: 'workspace#1', id: 'legal' }, { name: 'Recht' }, office.context()))
    expect(refusal(commands.createLabel, { name: 'EILIG', hue: 'grey' })).toEqual({
      because: 'labelExists',
      label: urgent,
    })
    expect(refusal(commands.createLabel, { name: '', hue: 'grey' })).toEqual({ because: 'nameIsEmpty' })
    expect(refusal(commands.createLabel, { name: 'x'.repeat(81), hue: 'grey' })).toEqual({
      because: 'nameIsTooLong',
      longest: 80,
    })
    expect(refusal(commands.editLabel, { label: 'gone', hue: 'grey' })).toEqual({ because: 'labelIsGone' })
    expect(refusal(commands.editLabel, { label: 'legal', name: 'eilig' })).toEqual({
      because: 'labelExists',
      label: urgent,
    })
    expect(refusal(commands.deleteLabel, { label: 'gone' })).toEqual({ because: 'labelIsGone' })
    expect(done(commands.editLabel, { label: urgent, name: 'EILIG' })).toHaveLength(1)
  })
})
