import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { check } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { item } from '../../../src/domain/work/item.ts'
import type { CreateItem } from '../../../src/domain/work/create-item.ts'
import { pastedLines } from '../../../src/domain/work/pasted-lines.ts'
import { checkProgress } from '../../../src/domain/work/progress.ts'
import { buildingOffice, created } from './building-office.ts'

describe('a card is made', () => {
  test('with a title alone, at the bottom of the backlog, with a key of its own', () => {
    const { done, teamId, backlog, get, card, history } = buildingOffice()
    card('Antrag', 'backlog')
    const id = created(done(commands.createItem, { team: teamId, title: ' Lageplan\nprüfen ' }), 'item')
    expect(backlog()).toBe('Antrag Lageplan prüfen')
    expect(get(id)).toMatchObject({ kind: 'task', title: 'Lageplan prüfen', createdBy: 'anna', sprint: null })
    expect(get(id).key).toMatch(/^DIG-[2-9A-Z]{5}$/)
    expect(history(id)).toEqual([])
  })

  test('with all it may bring along, and history knows what it began with', () => {
    const scene = buildingOffice('scrum')
    scene.sprint('s1', 'running')
    const epic = scene.card('Portal', 'backlog', { kind: 'epic' })
    const more = {
      kind: 'story',
      description: 'Lang',
      estimate: 5,
      priority: 'high',
      due: '2026-12-01',
      parent: epic,
      people: ['anna'],
    } as const
    const id = scene.card('Antrag', scene.columns.doing, more)
    expect(scene.get(id)).toMatchObject({ ...more, sprint: 's1' })
    expect(scene.history(id)).toEqual([
      ['column', [scene.columns.doing, 'doing']],
      ['sprint', 's1'],
      ['estimate', 5],
    ])
  })

  test('at the top or beside another', () => {
    const { card, columns, column, done, teamId } = buildingOffice()
    const first = card('Antrag')
    for (const [title, spot] of [
      ['Statik', { after: first }],
      ['Lageplan', 'top'],
    ] as const)
      done(commands.createItem, { team: teamId, title, place: columns.ready, spot })
    expect(column(columns.ready)).toBe('Lageplan Antrag Statik')
  })

  test.each<[string, 'scrum' | 'kanban', string, boolean, string | null]>([
    ['on a Scrum board, into the running sprint', 'scrum', 'ready', true, 's1'],
    ['on a Scrum board while none runs', 'scrum', 'ready', false, null],
    ['in the backlog', 'scrum', 'backlog', true, null],
    ['on a Kanban board', 'kanban', 'ready', true, null],
  ])('%s', (_where, method, place, runs, sprint) => {
    const scene = buildingOffice(method)
    if (runs) scene.sprint('s1', 'running')
    expect(scene.get(scene.card('Antrag', place === 'ready' ? scene.columns.ready : place)).sprint).toBe(sprint)
  })

  test('an epic stands among the epics wherever it was made', () => {
    const scene = buildingOffice('scrum')
    scene.sprint('s1', 'running')
    const id = scene.card('Portal', scene.columns.doing, { kind: 'epic' })
    expect(scene.get(id)).toMatchObject({ sprint: null })
    expect(scene.get(id).position[0]).toBe('backlog')
    expect([scene.column(scene.columns.doing), scene.backlog()]).toEqual(['', ''])
  })

  test('a team whose prefix was lost gets keys from its name', () => {
    const { team, write, card, get } = buildingOffice()
    write(team(), 'prefix', 4)
    expect(get(card('Antrag')).key).toMatch(/^DIG-/)
  })

  test.each<[string, Partial<CreateItem>, object]>([
    ['without a title', { title: ' \n' }, { because: 'nameIsEmpty' }],
    ['with an endless title', { title: 'x'.repeat(501) }, { because: 'nameIsTooLong', longest: 500 }],
    ['with an endless description', { description: 'ä'.repeat(16_385) }, { because: 'textIsTooLong', longest: 32_768 }],
    ['estimated below nothing', { estimate: -1 }, { because: 'numberIsUnfit' }],
    ['due on a day that does not exist', { due: '2026-02-30' }, { because: 'dayIsUnfit' }],
    ['as a part of what is gone', { parent: 'gone' }, { because: 'parentIsGone' }],
    ['in a column that is gone', { place: 'gone' }, { because: 'columnIsGone' }],
    ['in a team that is gone', { team: 'gone' }, { because: 'teamIsGone' }],
  ])('but not %s', (_name, more, reason) => {
    const { refusal, teamId } = buildingOffice()
    expect(refusal(commands.createItem, { team: teamId, title: 'Antrag', ...more })).toEqual(reason)
  })
})

describe('a pasted list is read line by line', () => {
  test.each<[string, readonly string[]]>([
    ['Antrag\r\nLageplan\rStatik\n\n   \nBescheid', ['Antrag', 'Lageplan', 'Statik', 'Bescheid']],
    ['- Antrag\n* Lageplan\n+ Statik\n– Bescheid\n— Gebühr', ['Antrag', 'Lageplan', 'Statik', 'Bescheid', 'Gebühr']],
    ['▶ Antrag\n▶Lageplan\n• Statik\n\t▪\tBescheid', ['Antrag', 'Lageplan', 'Statik', 'Bescheid']],
    ['1. Antrag\n2) Lageplan\n10. Statik', ['Antrag', 'Lageplan', 'Statik']],
    [
      '- [ ] Antrag\n- [x] Lageplan\n[] Statik\n☐ Bescheid\n☑ Gebühr\n✓Post',
      ['Antrag', '+Lageplan', 'Statik', 'Bescheid', '+Gebühr', '+Post'],
    ],
    [
      '2.5 Tage\n-5 Grad\n*wichtig*\n[Amt] Antrag\n2026. Haushalt',
      ['2.5 Tage', '-5 Grad', '*wichtig*', '[Amt] Antrag', '2026. Haushalt'],
    ],
    ['-\n*\n[ ]\n1.', []],
    ['', []],
  ])('%j', (text, expected) =>
    expect(pastedLines(text).map(line => (line.isTicked ? '+' : '') + line.text)).toEqual(expected),
  )
})

describe('many cards from one paste', () => {
  test('stand in the order of the lines, each with its own key', () => {
    const { done, teamId, columns, column, card, get } = buildingOffice()
    const first = card('Antrag')
    card('Bescheid')
    const text = Array.from({ length: 500 }, (_, line) => `- Z${line}`).join('\n')
    const changes = done(commands.createItems, {
      team: teamId,
      text,
      place: columns.ready,
      spot: { after: first },
      kind: 'story',
    })
    expect(column(columns.ready)).toBe(`Antrag ${text.replaceAll('- ', '').replaceAll('\n', ' ')} Bescheid`)
    const ids = changes.filter(({ cell }) => cell === 'm').map(({ id }) => id)
    expect(new Set(ids.map(id => get(id).key)).size).toBe(500)
    expect(ids.every(id => get(id).kind === 'story')).toBe(true)
  })

  test('a line too long for a title is kept whole in the description', () => {
    const { done, teamId, get } = buildingOffice()
    const line = 'Wort '.repeat(150).trim()
    const id = created(done(commands.createItems, { team: teamId, text: line }), 'item')
    expect(get(id).title).toHaveLength(499)
    expect(get(id).description).toBe(line)
  })

  test.each([
    ['nothing', ' \n- \n', { because: 'linesAreMissing' }],
    ['a whole register', 'Antrag\n'.repeat(501), { because: 'linesAreTooMany', most: 500, count: 501 }],
    ['a novel in one line', 'x'.repeat(40_000), { because: 'textIsTooLong', longest: 32_768 }],
  ])('but not %s', (_name, text, reason) => {
    const { refusal, teamId } = buildingOffice()
    expect(refusal(commands.createItems, { team: teamId, text })).toEqual(reason)
    expect(refusal(commands.createItems, { team: 'gone', text })).toEqual({ because: 'teamIsGone' })
  })
})

describe('a card is duplicated', () => {
  test('right below, with its checks unticked and a key of its own', () => {
    const scene = buildingOffice()
    const { done, view, get, card } = scene
    const id = card('Antrag', scene.columns.doing, { description: 'Lang', estimate: 3, people: ['anna'] })
    card('Lageplan', scene.columns.doing)
    done(commands.addChecks, { item: id, list: 'criteria', text: '[x] rechtssicher\nlesbar' })
    const list = created(done(commands.addChecklist, { item: id, title: 'Unterlagen' }), 'checklist')
    done(commands.addChecks, { item: id, list, text: '[x] Lageplan' })
    const copy = created(done(commands.duplicateItem, { item: id }), 'item')
    expect(scene.column(scene.columns.doing)).toBe('Antrag Antrag Lageplan')
    expect(get(copy)).toMatchObject({ title: 'Antrag', description: 'Lang', estimate: 3, people: ['anna'] })
    expect(get(copy).key).not.toBe(get(id).key)
    expect(checkProgress(view, id)).toEqual({ done: 2, total: 3 })
    expect(checkProgress(view, copy)).toEqual({ done: 0, total: 3 })
    expect(records(view, checklist, 'item', copy).map(({ title }) => title)).toEqual(['Unterlagen'])
    expect(records(view, check, 'item', copy)).toHaveLength(3)
  })

  test.each<[string, 'planned' | 'running' | 'review' | 'closed' | 'gone' | 'none', string, string | null, string]>([
    ['a planned one stays planned', 'planned', 'backlog', 's1', 'backlog'],
    ['one of the running sprint runs', 'running', 'doing', 's1', 'doing'],
    ['one in review stays there', 'review', 'doing', 's1', 'doing'],
    ['a past one goes to the backlog', 'closed', 'finished', null, 'backlog'],
    ['one of a lost sprint has none', 'gone', 'doing', null, 'doing'],
    ['one without sprint has none, though one runs', 'none', 'doing', null, 'doing'],
  ])('%s', (_name, state, place, sprint, copyPlace) => {
    const scene = buildingOffice('scrum')
    const places: Record<string, string> = { ...scene.columns, backlog: 'backlog' }
    const id = scene.card('Antrag', places[place])
    if (state === 'none') scene.sprint('s2', 'running')
    else scene.write(scene.get(id), 'sprint', state === 'gone' ? 's1' : scene.sprint('s1', state))
    const copy = created(scene.done(commands.duplicateItem, { item: id }), 'item')
    expect([scene.get(copy).sprint, scene.get(copy).position[0]]).toEqual([sprint, places[copyPlace]])
  })

  test('an epic stays an epic, right below', () => {
    const scene = buildingOffice()
    const id = scene.card('Portal', 'backlog', { kind: 'epic' })
    scene.card('Akte', 'backlog', { kind: 'epic' })
    const copy = created(scene.done(commands.duplicateItem, { item: id }), 'item')
    expect(scene.view.ids(item, 'epics', scene.document).indexOf(copy)).toBe(1)
  })

  test('refusals', () => {
    const { refusal, card, done, teamId } = buildingOffice()
    const id = card('Antrag')
    expect(refusal(commands.duplicateItem, { item: 'gone' })).toEqual({ because: 'itemIsGone' })
    done(commands.deleteTeam, { team: teamId })
    expect(refusal(commands.duplicateItem, { item: id })).toEqual({ because: 'teamIsGone' })
  })
})
