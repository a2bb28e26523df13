import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { attachmentsOf, linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { commentsOf } from '../../../src/domain/discussion/item-comments.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { check, checksKey, criteria } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { splitsOf } from '../../../src/domain/work/split-item.ts'
import { buildingOffice, created } from './building-office.ts'

/** A large story in a sprint, with two criteria and two checklists. */
const largeStory = () => {
  const scene = buildingOffice('scrum')
  scene.sprint('s1', 'running')
  const epic = scene.card('Bauantrag online', 'backlog', { kind: 'epic' })
  const more = {
    kind: 'story',
    estimate: 13,
    priority: 'high',
    due: '2026-12-18',
    parent: epic,
    people: ['anna'],
  } as const
  const id = scene.card('Antrag und Bescheid', scene.columns.doing, { ...more, labels: ['l1'] })
  scene.card('Danach', scene.columns.doing)
  const add = (list: string, text: string): readonly string[] => {
    const changes = scene.done(commands.addChecks, { item: id, list, text })
    return changes.filter(({ cell }) => cell === 'm').map(change => change.id)
  }
  const addList = (title: string) => created(scene.done(commands.addChecklist, { item: id, title }), 'checklist')
  const [form = '', letter = ''] = add(criteria, 'Formular\n[x] Bescheid')
  const [legal, release] = [addList('Recht'), addList('Freigabe')]
  const [board = '', privacy = ''] = add(legal, 'Personalrat\nDatenschutz')
  const [boss = ''] = add(release, 'Leitung')
  const split = (args: { checks?: readonly string[]; estimate?: number; remaining?: number | null; title?: string }) =>
    scene.done(commands.splitItem, { item: id, title: 'Bescheid', checks: [], ...args })
  const lists = (item: string) =>
    [{ id: criteria, title: criteria }, ...records(scene.view, checklist, 'item', item)].map(list => [
      list.title,
      ...records(scene.view, check, 'list', checksKey(item, list.id)).map(
        ({ title, done }) => `${title}${done ? ' ✓' : ''}`,
      ),
    ])
  return { ...scene, id, epic, form, letter, board, privacy, boss, legal, split, lists }
}

describe('a card is split', () => {
  test('the new one stands right below, in the same sprint, epic and labels; both know of each other', () => {
    const { split, column, columns, get, view, id, epic, history } = largeStory()
    const made = created(split({ estimate: 5, remaining: 8 }), 'item')
    expect(column(columns.doing)).toBe('Antrag und Bescheid Bescheid Danach')
    const same = { kind: 'story', sprint: 's1', parent: epic, labels: ['l1'], priority: 'high', due: '2026-12-18' }
    expect(get(made)).toMatchObject({ ...same, estimate: 5, people: [], splitFrom: id })
    expect(splitsOf(view, id).map(one => one.id)).toEqual([made])
    expect(get(id).estimate).toBe(8)
    expect(history(id).at(-1)).toEqual(['estimate', 8])
    expect(get(made).key).not.toBe(get(id).key)
  })

  test('what was chosen goes over with its ticks; a checklist chosen whole goes whole', () => {
    const { split, lists, id, letter, privacy, boss } = largeStory()
    const made = created(split({ checks: [letter, privacy, boss, letter] }), 'item')
    expect(lists(id)).toEqual([
      ['criteria', 'Formular'],
      ['Recht', 'Personalrat'],
    ])
    expect(lists(made)).toEqual([
      ['criteria', 'Bescheid ✓'],
      ['Recht', 'Datenschutz'],
      ['Freigabe', 'Leitung'],
    ])
  })

  test('the estimate of the old one stays unless it is said, and can be taken away', () => {
    const { split, get, id, history } = largeStory()
    const before = history(id).length
    split({})
    split({ remaining: 13 })
    expect([get(id).estimate, history(id).length]).toEqual([13, before])
    split({ remaining: null })
    expect([get(id).estimate, history(id).at(-1)]).toEqual([null, ['estimate', null]])
  })

  test('refusals', () => {
    const { refusal, id, card, done, board, legal, teamId, columns, document, write } = largeStory()
    const say = (args: object) => refusal(commands.splitItem, { item: id, title: 'Bescheid', checks: [], ...args })
    const other = created(done(commands.addChecks, { item: card('Fremd'), list: criteria, text: 'x' }), 'check')
    expect(say({ item: 'gone' })).toEqual({ because: 'itemIsGone' })
    expect(say({ title: ' ' })).toEqual({ because: 'nameIsEmpty' })
    for (const values of [{ estimate: -1 }, { remaining: -1 }])
      expect(say(values)).toEqual({ because: 'numberIsUnfit' })
    for (const one of ['gone', other]) expect(say({ checks: [one] })).toEqual({ because: 'checkIsGone' })
    done(commands.deleteChecklist, { checklist: legal })
    expect(say({ checks: [board] })).toEqual({ because: 'checkIsGone' })
    const doing = { document, type: 'column', id: columns.doing }
    write(doing, 'limit', 2)
    write(doing, 'limitMode', 'refuse')
    expect(say({}).because).toBe('columnIsFull')
    done(commands.deleteTeam, { team: teamId })
    expect(say({})).toEqual({ because: 'itemIsGone' })
  })
})

test('a duplicate has the files and links of its original, not what was said about it', () => {
  const { id, done, view } = largeStory()
  const photo = { name: 'Plan.png', mediaType: 'image/png', size: 5, hash: 'c'.repeat(64) }
  done(commands.addAttachments, { item: id, files: [photo] })
  done(commands.addLink, { item: id, address: 'https://www.bund.de' })
  done(commands.addComment, { item: id, text: 'Wird zu groß.' })
  const copy = created(done(commands.duplicateItem, { item: id }), 'item')
  expect(attachmentsOf(view, copy)).toMatchObject([{ name: 'Plan.png', hash: 'c'.repeat(64) }])
  expect(linksOf(view, copy)).toMatchObject([{ address: 'https://www.bund.de', source: '' }])
  expect(commentsOf(view, copy)).toEqual([])
})
