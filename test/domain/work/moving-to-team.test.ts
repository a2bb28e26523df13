import { describe, expect, test } from 'vitest'
import { attachmentsOf, linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { comment } from '../../../src/domain/discussion/comment.ts'
import { commentsOf } from '../../../src/domain/discussion/item-comments.ts'
import { impediment } from '../../../src/domain/impediments/impediment.ts'
import { openImpedimentsOfItem } from '../../../src/domain/impediments/open-impediments.ts'
import { backlogItems } from '../../../src/domain/kanban/board.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { records } from '../../../src/domain/kernel/view.ts'
import { documentOfTeam, team } from '../../../src/domain/people/team.ts'
import { check, criteria } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { item } from '../../../src/domain/work/item.ts'
import { editedAfterMove, movedItems, movedTwice, whereItWent } from '../../../src/domain/work/moved-items.ts'
import { partsOf } from '../../../src/domain/work/family.ts'
import { waitingFor } from '../../../src/domain/work/progress.ts'
import { splitsOf } from '../../../src/domain/work/split-item.ts'
import { itemByKey, shownKey } from '../../../src/domain/work/shown-key.ts'
import { whereIs } from '../../../src/domain/work/whereabouts.ts'
import { buildingOffice, created } from './building-office.ts'

/** The building office and the IT team beside it; a card with something of everything. */
const twoTeams = () => {
  const scene = buildingOffice()
  const { done, view, columns } = scene
  const columnsOfIt = [{ name: 'Neu', category: 'open' }] as const
  const it = created(done(commands.foundTeam, { name: 'IT', method: 'kanban', columns: columnsOfIt }), 'team')
  const theIt = () => view.get(team, it)!
  done(commands.createItem, { team: it, title: 'Schon da' })
  const more = { description: 'Frau M. kann den Plan nicht öffnen.', estimate: 3, people: ['anna'], labels: ['l1'] }
  const id = scene.card('Plan lässt sich nicht öffnen', columns.doing, { ...more, priority: 'high', due: '2026-12-01' })
  const say = (text: string) => created(done(commands.addComment, { item: id, text }), 'comment')
  const move = (what: string, to: string) =>
    done(commands.moveItemToTeam, { item: what, team: to }).find(({ type, cell }) => type === 'item' && cell === 'm')!
      .id
  const titlesInIt = () => backlogItems(view, theIt()).map(one => view.get(item, one)!.title)
  return { ...scene, it, theIt, id, say, move, titlesInIt, documentOfIt: documentOfTeam(theIt()) }
}

describe('a card moves to another team', () => {
  test('stands in its backlog under the same key, with its values; here it leaves the board', () => {
    const { move, id, it, get, titlesInIt, column, columns, view, teamId, office } = twoTeams()
    const { key, createdAt } = get(id)
    office.pass(86_400_000)
    const there = move(id, it)
    expect(titlesInIt()).toEqual(['Schon da', 'Plan lässt sich nicht öffnen'])
    expect(column(columns.doing)).toBe('')
    expect(get(there)).toMatchObject({
      key,
      description: 'Frau M. kann den Plan nicht öffnen.',
      estimate: 3,
      priority: 'high',
      due: '2026-12-01',
      people: ['anna'],
      labels: ['l1'],
      createdAt,
      createdBy: 'anna',
      movedFrom: [teamId, id],
      movedTo: null,
      dropped: null,
    })
    expect(view.ids(item, 'key', key)).toEqual([there, id])
  })

  test('leaves behind where it went, with its title and nothing it says', () => {
    const { move, id, it, get, view, team: here, say, refusal, done } = twoTeams()
    say('Ich habe es auch probiert.')
    const there = move(id, it)
    expect(get(id)).toMatchObject({ movedTo: [it, there], description: '', title: 'Plan lässt sich nicht öffnen' })
    expect(commentsOf(view, id)).toEqual([])
    expect(movedItems(view, here()).map(one => one.id)).toEqual([id])
    expect([whereItWent(view, get(id)), whereItWent(view, get(there))]).toEqual([[it, there], undefined])
    expect(whereIs(view, here(), get(id))).toEqual({ at: 'moved' })
    expect(view.ids(item, 'dropped', get(id).document)).toEqual([])
    expect(refusal(commands.moveItem, { item: id, place: 'backlog' })).toEqual({ because: 'itemIsMoved' })
    expect(refusal(commands.takeBackItems, { items: [id] })).toEqual({ because: 'itemIsMoved' })
    done(commands.deleteItems, { items: [id] })
    expect(movedItems(view, here())).toEqual([])
  })

  test('takes checks, comments, files and links along, with their dates and authors', () => {
    const { move, id, it, done, say, view, office } = twoTeams()
    office.as('ben')
    const remark = say('Bei mir geht es.')
    done(commands.editComment, { comment: remark, text: 'Bei mir auch nicht.' })
    const list = created(done(commands.addChecklist, { item: id, title: 'Versuche' }), 'checklist')
    done(commands.addChecks, { item: id, list, text: '[x] anderer Browser' })
    done(commands.addChecks, { item: id, list: criteria, text: 'Plan ist zu sehen' })
    const photo = { name: 'Fehler.png', mediaType: 'image/png', size: 9, hash: 'd'.repeat(64), width: 800, height: 600 }
    done(commands.addAttachments, { item: id, files: [photo] })
    done(commands.addLink, { item: id, address: '\\\\server\\plan', name: 'Plan' })
    const asked = office.now
    office.pass(3_600_000)
    office.as('anna')
    const there = move(id, it)
    expect(commentsOf(view, there)).toMatchObject([
      { text: 'Bei mir auch nicht.', createdBy: 'ben', createdAt: asked, editedAt: asked },
    ])
    expect(records(view, check, 'item', there).map(({ title, done: ticked }) => [title, ticked])).toEqual(
      expect.arrayContaining([
        ['anderer Browser', [asked, 'ben']],
        ['Plan ist zu sehen', null],
      ]),
    )
    expect(records(view, checklist, 'item', there)).toMatchObject([{ title: 'Versuche', createdBy: 'ben' }])
    expect(attachmentsOf(view, there)).toMatchObject([{ ...photo, createdBy: 'ben', createdAt: asked }])
    expect(linksOf(view, there)).toMatchObject([{ address: '\\\\server\\plan', name: 'Plan' }])
    expect([check, checklist].flatMap(type => view.ids(type, 'item', id))).toEqual([])
  })

  test('its estimates stay in its history; columns and sprints of the old team do not', () => {
    const { move, id, it, history, done } = twoTeams()
    done(commands.estimateItems, { items: [id], estimate: 5 })
    const kinds = (of: string) => history(of).map(([kind]) => kind)
    expect(kinds(move(id, it)).toSorted()).toEqual(['estimate', 'estimate', 'movedFrom'])
    expect(kinds(id).at(-1)).toBe('movedTo')
  })

  test('no impediment of the old team holds it up any more', () => {
    const { move, id, it, done, teamId, view, history } = twoTeams()
    const held = created(
      done(commands.reportImpediment, { team: teamId, title: 'Kein Viewer', items: [id] }),
      'impediment',
    )
    const there = move(id, it)
    expect(view.get(impediment, held)!.items).toEqual([])
    expect(openImpedimentsOfItem(view, there)).toEqual([])
    expect(history(id).some(([kind, value]) => kind === 'unblocked' && value === held)).toBe(true)
  })

  test('an epic no longer counts it among its parts, nothing waits for it, and who was split from it is found once', () => {
    const { move, id, it, card, done, get, view } = twoTeams()
    const epic = card('Pläne online', 'backlog', { kind: 'epic' })
    const [first, blocker] = [card('Teil', 'backlog', { parent: epic }), card('Vorher')]
    done(commands.addBlocker, { item: first, blocker })
    const split = created(done(commands.splitItem, { item: id, title: 'Server', checks: [] }), 'item')
    expect([partsOf(view, epic), waitingFor(view, blocker)]).toEqual([[get(first)], [first]])
    move(first, it)
    expect([partsOf(view, epic), waitingFor(view, blocker)]).toEqual([[], []])
    const there = move(split, it)
    expect(splitsOf(view, id).map(one => one.id)).toEqual([there])
    move(epic, it)
  })

  test('an epic comes among the epics', () => {
    const { card, move, it, documentOfIt, view } = twoTeams()
    const epic = card('Alles digital', 'backlog', { kind: 'epic' })
    const there = move(epic, it)
    expect(view.ids(item, 'epics', documentOfIt)).toEqual([there])
  })

  test('and back again: the key leads to where it is, every station to the last', () => {
    const { move, id, it, get, view, teamId, backlog, document } = twoTeams()
    const there = move(id, it)
    const back = move(there, teamId)
    expect(backlog()).toBe('Plan lässt sich nicht öffnen')
    expect(view.ids(item, 'key', get(id).key)[0]).toBe(back)
    expect(shownKey(view, get(back))).toBe(get(id).key)
    expect(itemByKey(view, document, get(id).key)).toBe(back)
    expect([id, there].map(one => whereItWent(view, get(one)))).toEqual([
      [teamId, back],
      [teamId, back],
    ])
  })

  test('stations that point at each other, as a hostile device may leave them, end', () => {
    const { move, id, it, get, view, write, teamId } = twoTeams()
    const there = move(id, it)
    write(get(there), 'movedTo', [teamId, id])
    expect(whereItWent(view, get(id))).toEqual([it, there])
    write(get(there), 'movedTo', 'nonsense')
    expect(get(there).movedTo).toBeNull()
    write(get(id), 'movedTo', [it, 'unknown'])
    expect(whereItWent(view, get(id))).toEqual([it, 'unknown'])
  })

  test('who did not know and went on here is named, until somebody has looked', () => {
    const { move, id, it, office, document, view, team: here, get, write } = twoTeams()
    move(id, it)
    expect(editedAfterMove(view, here())).toEqual([])
    office.apply(create(comment, { document, id: 'late' }, { item: id, text: 'Noch etwas' }, office.context()))
    expect(editedAfterMove(view, here()).map(one => one.id)).toEqual([id])
    write(view.get(comment, 'late')!, 'deleted', [office.now, 'ben'])
    write(get(id), 'description', 'Nachtrag')
    expect(editedAfterMove(view, here()).map(one => one.id)).toEqual([id])
  })

  test('to two teams at once is carried on twice, and both are named until one is gone', () => {
    const { move, id, it, done, view, get, write, theIt, team: here, teamId } = twoTeams()
    const columnsOfHr = [{ name: 'Neu', category: 'open' }] as const
    const hr = created(done(commands.foundTeam, { name: 'HR', method: 'kanban', columns: columnsOfHr }), 'team')
    const twice = (of: string) => movedTwice(view, view.get(team, of)!).map(one => one.id)
    const first = move(id, it)
    expect([twice(it), twice(teamId)]).toEqual([[], []])
    write(get(id), 'movedTo', null)
    write(get(id), 'dropped', null)
    expect(twice(it)).toEqual([first])
    const second = move(id, hr)
    expect([twice(it), twice(hr)]).toEqual([[first], []])
    done(commands.deleteItems, { items: [first] })
    expect([movedTwice(view, theIt()), movedTwice(view, here())]).toEqual([[], []])
    write(get(second), 'movedFrom', [it, 'not here'])
    expect(twice(hr)).toEqual([])
  })

  test('refusals', () => {
    const { refusal, card, id, it, teamId, write, move, documentOfIt, view } = twoTeams()
    const say = (what: string, to = it) => refusal(commands.moveItemToTeam, { item: what, team: to })
    expect(say('gone')).toEqual({ because: 'itemIsGone' })
    expect(say(id, 'gone')).toEqual({ because: 'teamIsGone' })
    expect(say(id, teamId)).toEqual({ because: 'itemIsInTeam' })
    const epic = card('Epic', 'backlog', { kind: 'epic' })
    card('Teil', 'backlog', { parent: epic })
    expect(say(epic)).toEqual({ because: 'itemKeepsParts', count: 1 })
    move(id, it)
    const moved = { because: 'itemIsMoved' }
    expect(say(id)).toEqual(moved)
    expect(refusal(commands.duplicateItem, { item: id })).toEqual(moved)
    expect(refusal(commands.splitItem, { item: id, title: 'Teil', checks: [] })).toEqual(moved)
    expect(refusal(commands.addComment, { item: id, text: 'Hallo' })).toEqual(moved)
    expect(refusal(commands.addLink, { item: id, address: 'https://bund.de' })).toEqual(moved)
    expect(refusal(commands.addAttachments, { item: id, files: [] })).toEqual(moved)
    expect(view.ids(item, 'moved', documentOfIt)).toEqual([])
    for (const one of view.ids(column, 'document', documentOfIt))
      write({ document: documentOfIt, type: 'column', id: one }, 'deleted', [1, 'ben'])
    expect(say(card('Plan'))).toEqual({ because: 'teamHasNoColumn' })
  })
})
