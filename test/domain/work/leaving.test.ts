import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { allRecords } from '../../../src/domain/records.ts'
import { timeInBin } from '../../../src/domain/work/bin.ts'
import { check } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { item } from '../../../src/domain/work/item.ts'
import { isOverdue } from '../../../src/domain/work/progress.ts'
import { strandedItems } from '../../../src/domain/work/stranded.ts'
import { categoryOf, columnOf } from '../../../src/domain/work/whereabouts.ts'
import { buildingOffice, created } from './building-office.ts'

describe('deciding against a card', () => {
  test('takes it off the board with time and person; taken back it stands where it stood', () => {
    const { card, columns, column, done, get, office, view, document } = buildingOffice()
    const [first, second] = [card('Antrag', columns.doing), card('Fax', columns.doing)]
    done(commands.dropItems, { items: [second] })
    office.pass(1000)
    done(commands.dropItems, { items: [first, second] })
    expect(get(second).dropped).toEqual([office.now - 1000, 'anna'])
    expect([column(columns.doing), view.ids(item, 'dropped', document)]).toEqual(['', [first, second]])
    done(commands.takeBackItems, { items: [first, second] })
    expect(column(columns.doing)).toBe('Antrag Fax')
    expect(done(commands.takeBackItems, { items: [first] })).toEqual([])
  })
})

describe('what comes back is to be seen', () => {
  test.each<[string, 'doing' | 'finished', 'running' | 'closed' | 'cancelled', string | null]>([
    ['unfinished work leaves a closed sprint', 'doing', 'closed', null],
    ['and a cancelled one', 'doing', 'cancelled', null],
    ['finished work stays with its sprint', 'finished', 'closed', 's1'],
    ['a running sprint is still its own', 'doing', 'running', 's1'],
  ])('%s', (_name, place, state, sprint) => {
    const scene = buildingOffice('scrum')
    for (const [leave, comeBack, told] of [
      [commands.dropItems, commands.takeBackItems, 'takenBack'],
      [commands.deleteItems, commands.restoreItems, 'restored'],
    ] as const) {
      const id = scene.card('Antrag', scene.columns[place])
      scene.write(scene.get(id), 'sprint', scene.sprint('s1', state))
      scene.done(leave, { items: [id] })
      scene.done(comeBack, { items: [id] })
      expect(scene.get(id)).toMatchObject({ sprint, dropped: null, deleted: null })
      expect(scene.history(id).some(([kind, value]) => kind === 'sprint' && value === null)).toBe(sprint === null)
      expect(scene.history(id).map(([kind]) => kind)).toContain(told)
    }
  })
})

describe('the bin', () => {
  const binned = () => {
    const scene = buildingOffice()
    const id = scene.card('Antrag', scene.columns.doing, { description: 'Frau M. wohnt in …' })
    const list = created(scene.done(commands.addChecklist, { item: id, title: 'Unterlagen' }), 'checklist')
    const line = created(scene.done(commands.addChecks, { item: id, list, text: 'Pass von Frau M.' }), 'check')
    scene.done(commands.deleteItems, { items: [id] })
    return { ...scene, id, list, line }
  }

  test('gives a card back where it stood, with its checks', () => {
    const { done, column, columns, id, line, view } = binned()
    expect(column(columns.doing)).toBe('')
    done(commands.restoreItems, { items: [id, id, 'never-seen'] })
    expect(column(columns.doing)).toBe('Antrag')
    expect(view.get(check, line)).toMatchObject({ title: 'Pass von Frau M.', deleted: null })
  })

  test('shows what was deleted last last', () => {
    const { card, done, view, document, office, id } = binned()
    office.pass(1000)
    const second = card('Zebrastreifen')
    done(commands.deleteItems, { items: [second] })
    expect(view.ids(item, 'bin', document)).toEqual([id, second])
  })

  test('after a month its texts are overwritten and it is hidden; not a moment earlier', () => {
    const { done, refusal, get, view, document, teamId, office, id, list, line } = binned()
    office.pass(timeInBin - 1)
    expect(done(commands.emptyBin, { team: teamId })).toEqual([])
    office.pass(1)
    done(commands.emptyBin, { team: teamId })
    expect(get(id)).toMatchObject({ title: '', description: '', purged: true })
    expect([view.get(checklist, list)!.title, view.get(check, line)!.title]).toEqual(['', ''])
    expect(view.ids(item, 'bin', document)).toEqual([])
    expect(refusal(commands.restoreItems, { items: [id] })).toEqual({ because: 'itemIsNotInBin' })
    expect(done(commands.emptyBin, { team: teamId })).toEqual([])
  })

  test('so are checks and checklists that were deleted alone; what is alive is left alone', () => {
    const { card, done, view, teamId, office } = buildingOffice()
    const id = card('Antrag')
    const list = created(done(commands.addChecklist, { item: id, title: 'Unterlagen' }), 'checklist')
    const line = created(done(commands.addChecks, { item: id, list: 'criteria', text: 'lesbar' }), 'check')
    const kept = created(done(commands.addChecks, { item: id, list: 'criteria', text: 'rechtssicher' }), 'check')
    done(commands.deleteChecklist, { checklist: list })
    done(commands.deleteCheck, { check: line })
    office.pass(timeInBin)
    expect(done(commands.emptyBin, { team: teamId })).toHaveLength(2)
    expect([view.get(checklist, list)!.title, view.get(check, line)!.title, view.get(check, kept)!.title]).toEqual([
      '',
      '',
      'rechtssicher',
    ])
    expect(done(commands.emptyBin, { team: teamId })).toEqual([])
  })

  test('refusals', () => {
    const { card, refusal } = buildingOffice()
    expect(refusal(commands.emptyBin, { team: 'gone' })).toEqual({ because: 'teamIsGone' })
    expect(refusal(commands.restoreItems, { items: [card('Antrag'), 'gone'] })).toEqual({ because: 'itemIsNotInBin' })
    for (const command of [commands.deleteItems, commands.dropItems, commands.takeBackItems])
      expect(refusal(command, { items: ['gone'] })).toEqual({ because: 'itemIsGone' })
  })
})

describe('a card that a merge left in a closed sprint', () => {
  test('is named until someone says where it goes; what was finished there is not', () => {
    const scene = buildingOffice('scrum')
    const { card, columns, get, write, done, view, team } = scene
    const [unfinished, finished, waiting, planned, past] = [
      columns.doing,
      columns.finished,
      'backlog',
      columns.doing,
      columns.review,
    ].map(place => card('Antrag', place)) as [string, string, string, string, string]
    for (const id of [unfinished, finished, waiting, past]) write(get(id), 'sprint', 's1')
    write(get(planned), 'sprint', scene.sprint('s2', 'planned'))
    write(get(past), 'position', ['never-seen', 'a1'])
    scene.office.apply([
      { ...get(past), cell: 'at:9999999999999:zzzz', before: undefined, after: ['column', ['gone', 'done'], 'ben'] },
    ])
    scene.sprint('s1', 'closed')
    expect(strandedItems(view, team()).map(({ id }) => id)).toEqual([unfinished])
    done(commands.moveItem, { item: unfinished, place: 'backlog' })
    expect(strandedItems(view, team())).toEqual([])
  })
})

describe('what is asked of a card', () => {
  test.each<[string, string | null, 'doing' | 'finished' | 'dropped', boolean]>([
    ['late', '2026-11-19', 'doing', true],
    ['due today', '2026-11-20', 'doing', false],
    ['due tomorrow', '2026-11-21', 'doing', false],
    ['without a day', null, 'doing', false],
    ['late but done', '2026-11-19', 'finished', false],
    ['late but dropped', '2026-11-19', 'dropped', false],
  ])('%s', (_name, due, state, late) => {
    const { card, columns, done, get, view } = buildingOffice()
    const id = card('Antrag', state === 'finished' ? columns.finished : columns.doing, { due })
    if (state === 'dropped') done(commands.dropItems, { items: [id] })
    expect(isOverdue(view, get(id), '2026-11-20')).toBe(late)
  })

  test('whether it is open, being done or done, however strangely it lies', () => {
    const scene = buildingOffice('scrum')
    const { card, columns, get, write, view, sprint, office } = scene
    const id = card('Antrag', 'backlog')
    expect([columnOf(view, get(id)), categoryOf(view, get(id))]).toEqual([undefined, 'open'])
    write(get(id), 'position', ['never-seen', 'a1'])
    expect([columnOf(view, get(id)), categoryOf(view, get(id))]).toEqual([columns.ready, 'open'])
    for (const [state, value, category] of [
      ['closed', ['gone', 'done'], 'done'],
      ['cancelled', ['gone', 'doing'], 'doing'],
      ['closed', ['gone', 'odd'], 'open'],
      ['closed', 'odd', 'open'],
    ] as const) {
      write(get(id), 'sprint', sprint('s1', state))
      office.pass(1000)
      office.apply([{ ...get(id), cell: `at:${office.now}:zzzz`, before: undefined, after: ['column', value, 'ben'] }])
      expect(categoryOf(view, get(id))).toBe(category)
    }
    write(get(id), 'sprint', null)
    for (const column of Object.values(columns))
      write({ document: scene.document, type: 'column', id: column }, 'deleted', [1, 'ben'])
    expect([columnOf(view, get(id)), categoryOf(view, get(id))]).toEqual([undefined, 'open'])
  })

  test('every command stands in the registry under its own name', () => {
    for (const [name, command] of Object.entries(commands)) expect(command.name).toBe(name)
    expect(new Set(allRecords.map(({ type }) => type)).size).toBe(allRecords.length)
  })
})
