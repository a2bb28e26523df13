import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { attachment } from '../../../src/domain/attachments/attachment.ts'
import { link } from '../../../src/domain/attachments/link.ts'
import { comment } from '../../../src/domain/discussion/comment.ts'
import { impediment } from '../../../src/domain/impediments/impediment.ts'
import { edit } from '../../../src/domain/kernel/change.ts'
import type { RecordBase } from '../../../src/domain/kernel/record.ts'
import { column } from '../../../src/domain/kanban/column.ts'
import { itemOfPart, searchEntry, type SearchEntry } from '../../../src/domain/search/search-entry.ts'
import { sprint } from '../../../src/domain/scrum/sprint.ts'
import { check, criteria } from '../../../src/domain/work/check.ts'
import { checklist } from '../../../src/domain/work/checklist.ts'
import { item } from '../../../src/domain/work/item.ts'
import { buildingOffice, created } from '../work/building-office.ts'

const partTypes = [check, checklist, comment, attachment, link]

/** A card with something of everything on it. */
const atDesk = () => {
  const scene = buildingOffice('scrum')
  const { done, office, teamId, view } = scene
  const card = created(done(commands.createItem, { team: teamId, title: 'Bauantrag prüfen', place: 'backlog' }), 'item')
  const [day] = [office.now]
  done(commands.addComment, { item: card, text: 'Die Straße ist gesperrt' })
  done(commands.addLink, { item: card, address: 'https://example.org/plan', name: 'Bebauungsplan' })
  done(commands.addAttachments, {
    item: card,
    files: [{ name: 'lageplan.pdf', mediaType: 'application/pdf', hash: 'a'.repeat(64), size: 12 }],
  })
  done(commands.addChecks, { item: card, list: criteria, text: 'Unterlagen vollständig' })
  const list = created(done(commands.addChecklist, { item: card, title: 'Ämter' }), 'checklist')
  done(commands.addChecks, { item: card, list, text: 'Kämmerei gefragt' })
  const all = (type: string): readonly RecordBase[] => [...office.view.all(type)]
  const parts = () => partTypes.flatMap(({ type }) => all(type)).filter(part => itemOfPart(part) === card)
  const entry = (): SearchEntry | undefined => searchEntry(view.get(item, card)!, { parts: parts() })
  const texts = () => entry()?.texts.map(({ part, text }) => `${part}: ${text}`)
  return { ...scene, card, day, all, entry, texts, owner: () => view.get(item, card)! }
}

describe('a card is found', () => {
  test('by everything that is said on it', () => {
    const { texts } = atDesk()
    expect(texts()).toEqual([
      'criterion: Unterlagen vollständig',
      'check: Kämmerei gefragt',
      'check: Ämter',
      'comment: Die Straße ist gesperrt',
      'file: lageplan.pdf',
      'link: Bebauungsplan',
      'link: https://example.org/plan',
    ])
  })

  test('by its key, the longer one of a merge, and the one it had where it came from', () => {
    const { entry, office, view, owner } = atDesk()
    office.apply(edit(item, owner(), { sourceKey: 'AMT-17' }))
    const { key } = view.get(item, owner().id)!
    expect(entry()?.keys).toEqual([key, expect.stringMatching(new RegExp(`^${key}.$`)), 'AMT-17'])
  })

  test('in the bin with all that went there with it; what was decided against lies there too', () => {
    const { entry, texts, done, card } = atDesk()
    done(commands.dropItems, { items: [card] })
    expect(entry()).toMatchObject({ inBin: true, hasLeft: false })
    done(commands.deleteItems, { items: [card] })
    expect([entry()?.inBin, texts()?.length]).toEqual([true, 7])
  })

  test('no more by a comment that was taken away: that lies in the bin alone', () => {
    const { texts, all, done, owner } = atDesk()
    const [said] = all('comment')
    expect(searchEntry(said!, { owner: owner() })).toBeUndefined()
    done(commands.deleteComment, { comment: said!.id })
    const [gone] = all('comment')
    expect(texts()).not.toContain('comment: Die Straße ist gesperrt')
    expect(searchEntry(gone!, { owner: owner() })).toMatchObject({
      kind: 'comment',
      inBin: true,
      title: 'Die Straße ist gesperrt',
    })
    expect(searchEntry(gone!)).toBeUndefined()
  })

  test('by its key alone once it has gone to another team', () => {
    const { entry, done, office, view, card, all, owner } = atDesk()
    const [said] = all('comment')
    done(commands.deleteComment, { comment: said!.id })
    office.apply(edit(item, view.get(item, card)!, { movedTo: ['other', 'there'], dropped: [1, 'anna'] }))
    expect(entry()).toMatchObject({ hasLeft: true, inBin: false, texts: [] })
    expect(searchEntry(all('comment')[0]!, { owner: owner() })).toBeUndefined()
  })
})

describe('also found', () => {
  test('are impediments by all that is said of them, until and after they are over', () => {
    const { done, teamId, all, office } = atDesk()
    done(commands.reportImpediment, { team: teamId, title: 'Server fehlt', items: [] })
    const record = () => all('impediment')[0]!
    office.apply(edit(impediment, record() as never, { effect: 'Nichts geht', partyName: 'Rechenzentrum' }))
    expect(searchEntry(record())).toMatchObject({
      kind: 'impediment',
      isOver: false,
      texts: [
        { part: 'effect', text: 'Nichts geht' },
        { part: 'party', text: 'Rechenzentrum' },
      ],
    })
  })

  test('are sprints by their goal', () => {
    const { done, teamId, all, office } = atDesk()
    done(commands.planSprint, {
      team: teamId,
      name: 'Sprint 1',
      goal: 'Anträge online',
      start: '2026-11-16',
      end: '2026-11-27',
    })
    const record = () => all('sprint')[0]!
    expect(searchEntry(record())).toMatchObject({
      title: 'Sprint 1',
      isOver: false,
      texts: [{ text: 'Anträge online' }],
    })
    office.apply(edit(sprint, record() as never, { state: 'closed' }))
    expect(searchEntry(record())).toMatchObject({ isOver: true })
  })

  test('is nothing that has no words, and no column', () => {
    const { all, office, view, card, owner, done } = atDesk()
    const [first] = all(column.type)
    expect([searchEntry(first!), itemOfPart(first!)]).toEqual([undefined, undefined])
    const [said] = all('comment')
    done(commands.deleteComment, { comment: said!.id })
    office.apply(edit(comment, all('comment')[0] as never, { text: '' }))
    expect(searchEntry(all('comment')[0]!, { owner: owner() })).toBeUndefined()
    done(commands.deleteChecklist, { checklist: all('checklist')[0]!.id })
    expect(searchEntry(all('checklist')[0]!, { owner: owner() })).toBeUndefined()
    office.apply(edit(item, view.get(item, card)!, { title: '' }))
    expect(searchEntry(view.get(item, card)!)).toBeUndefined()
  })

  test('is no part whose card is unknown or not named', () => {
    const { all, office } = atDesk()
    office.apply(edit(comment, all('comment')[0] as never, { item: null }))
    expect(itemOfPart(all('comment')[0]!)).toBeUndefined()
  })
})
