import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { check, checksKey } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { checkProgress, listProgress } from '../../../src/domain/work/progress.ts'
import { buildingOffice, created } from './building-office.ts'

const scene = () => {
  const office = buildingOffice()
  const id = office.card('Antrag')
  const list = created(office.done(commands.addChecklist, { item: id, title: 'Unterlagen' }), 'checklist')
  const add = (text: string, to = list): string =>
    created(office.done(commands.addChecks, { item: id, list: to, text }), 'check')
  const lines = (of = list): string =>
    records(office.view, check, 'list', checksKey(id, of))
      .map(({ title }) => title)
      .join(' ')
  const lists = (): string =>
    records(office.view, checklist, 'item', id)
      .map(({ title }) => title)
      .join(' ')
  return { ...office, id, list, add, lines, lists, line: (line: string) => office.view.get(check, line)! }
}

describe('checklists', () => {
  test('are added at the end, renamed, ordered', () => {
    const { done, id, lists, list } = scene()
    const second = created(done(commands.addChecklist, { item: id, title: ' Beteiligte ' }), 'checklist')
    expect(lists()).toBe('Unterlagen Beteiligte')
    done(commands.renameChecklist, { checklist: second, title: 'Ämter' })
    done(commands.moveChecklist, { checklist: second, spot: { before: list } })
    expect(lists()).toBe('Ämter Unterlagen')
    expect(done(commands.moveChecklist, { checklist: second, spot: 'top' })).toEqual([])
  })

  test('deleted with their checks, which then count nowhere', () => {
    const { done, id, list, add, lists, view } = scene()
    add('[x] Lageplan')
    add('rechtssicher', 'criteria')
    expect(checkProgress(view, id)).toEqual({ done: 1, total: 2 })
    done(commands.deleteChecklist, { checklist: list })
    expect(lists()).toBe('')
    expect(checkProgress(view, id)).toEqual({ done: 0, total: 1 })
  })

  test('one whose item was lost harms nobody', () => {
    const { done, write, view, list } = scene()
    write(view.get(checklist, list)!, 'item', null)
    expect(done(commands.moveChecklist, { checklist: list, spot: 'top' })).not.toEqual([])
  })
})

describe('checks', () => {
  test('are added by pasting, ticked ones with time and person', () => {
    const { add, lines, list, view, id, office } = scene()
    office.as('ben')
    add('- [x] Lageplan\n- [ ] Statik\n\n1. Foto')
    expect(lines()).toBe('Lageplan Statik Foto')
    expect(listProgress(view, id, list)).toEqual({ done: 1, total: 3 })
    expect(records(view, check, 'list', checksKey(id, list))[0]!.done).toEqual([office.now, 'ben'])
    add('Vollmacht')
    expect(lines()).toBe('Lageplan Statik Foto Vollmacht')
  })

  test('a tick stays with who set it, until it is taken off', () => {
    const { add, done, line, office } = scene()
    const plan = add('Lageplan')
    const ticked = office.now
    done(commands.tickCheck, { check: plan, isDone: true })
    office.as('ben')
    office.pass(60_000)
    expect(done(commands.tickCheck, { check: plan, isDone: true })).toEqual([])
    expect(line(plan).done).toEqual([ticked, 'anna'])
    done(commands.tickCheck, { check: plan, isDone: false })
    expect(line(plan).done).toBeNull()
  })

  test('are renamed, moved within and between lists, given a day and a person, deleted', () => {
    const { add, done, lines, line } = scene()
    const [plan, statics] = [add('Lageplan'), add('Statik')]
    done(commands.moveCheck, { check: statics, spot: 'top' })
    expect(lines()).toBe('Statik Lageplan')
    add('lesbar', 'criteria')
    done(commands.moveCheck, { check: statics, spot: 'top', list: 'criteria' })
    expect([lines(), lines('criteria')]).toEqual(['Lageplan', 'Statik lesbar'])
    done(commands.renameCheck, { check: plan, title: 'Amtlicher Lageplan' })
    done(commands.scheduleCheck, { check: plan, due: '2026-12-01' })
    done(commands.assignCheck, { check: plan, person: 'anna' })
    expect(line(plan)).toMatchObject({ title: 'Amtlicher Lageplan', due: '2026-12-01', person: 'anna' })
    done(commands.scheduleCheck, { check: plan, due: null })
    done(commands.assignCheck, { check: plan, person: null })
    expect(line(plan)).toMatchObject({ due: null, person: null })
    done(commands.deleteCheck, { check: plan })
    expect(lines()).toBe('')
  })

  test('between two of equal rank all get fresh ones', () => {
    const { add, done, lines, line, write } = scene()
    const [plan, statics, photo] = [add('Lageplan'), add('Statik'), add('Foto')]
    for (const id of [plan, statics]) write(line(id), 'rank', 'a1')
    done(commands.moveCheck, { check: photo, spot: { after: plan } })
    expect(lines()).toBe('Lageplan Foto Statik')
  })
})

test('refusals', () => {
  const { add, done, refusal, id, list, line, write, card, view } = scene()
  const plan = add('Lageplan')
  const lost = add('Statik')
  write(line(lost), 'item', null)
  const other = card('Bescheid')
  const theirs = created(done(commands.addChecklist, { item: other, title: 'Unterlagen' }), 'checklist')
  const gone = { check: 'gone' }
  expect(view.ids(checklist, 'item', other)).toEqual([theirs])
  expect(
    [
      refusal(commands.addChecklist, { item: 'gone', title: 'x' }),
      refusal(commands.addChecklist, { item: id, title: '' }),
      refusal(commands.addChecklist, { item: id, title: 'x'.repeat(201) }),
      refusal(commands.renameChecklist, { checklist: 'gone', title: 'x' }),
      refusal(commands.renameChecklist, { checklist: list, title: ' ' }),
      refusal(commands.moveChecklist, { checklist: 'gone', spot: 'top' }),
      refusal(commands.deleteChecklist, { checklist: 'gone' }),
      refusal(commands.addChecks, { item: 'gone', list, text: 'x' }),
      refusal(commands.addChecks, { item: id, list: theirs, text: 'x' }),
      refusal(commands.addChecks, { item: id, list, text: '- \n' }),
      refusal(commands.addChecks, { item: id, list, text: 'x\n'.repeat(501) }),
      refusal(commands.addChecks, { item: id, list, text: `kurz\n${'x'.repeat(1001)}` }),
      refusal(commands.tickCheck, { ...gone, isDone: true }),
      refusal(commands.renameCheck, { ...gone, title: 'x' }),
      refusal(commands.renameCheck, { check: plan, title: '' }),
      refusal(commands.moveCheck, { ...gone, spot: 'top' }),
      refusal(commands.moveCheck, { check: lost, spot: 'top' }),
      refusal(commands.moveCheck, { check: plan, spot: 'top', list: theirs }),
      refusal(commands.deleteCheck, gone),
      refusal(commands.scheduleCheck, { ...gone, due: null }),
      refusal(commands.scheduleCheck, { check: plan, due: 'morgen' }),
      refusal(commands.assignCheck, { ...gone, person: null }),
      refusal(commands.assignCheck, { check: plan, person: 'gone' }),
    ].map(({ because }) => because),
  ).toEqual([
    'itemIsGone',
    'nameIsEmpty',
    'nameIsTooLong',
    'checklistIsGone',
    'nameIsEmpty',
    'checklistIsGone',
    'checklistIsGone',
    'itemIsGone',
    'checklistIsGone',
    'linesAreMissing',
    'linesAreTooMany',
    'nameIsTooLong',
    'checkIsGone',
    'checkIsGone',
    'nameIsEmpty',
    'checkIsGone',
    'checkIsGone',
    'checklistIsGone',
    'checkIsGone',
    'checkIsGone',
    'dayIsUnfit',
    'checkIsGone',
    'personIsGone',
  ])
})
