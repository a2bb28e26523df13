import { describe, expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { comment, isImported, type Comment } from '../../../src/domain/discussion/comment.ts'
import { commentsOf } from '../../../src/domain/discussion/item-comments.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { timeInBin } from '../../../src/domain/work/bin.ts'
import { buildingOffice, created } from '../work/building-office.ts'

/** A card on which Anna has said something. */
const discussed = (text = 'Die Fachabteilung hat zugesagt.') => {
  const scene = buildingOffice()
  const card = scene.card('Antrag')
  const say = (words: string): string =>
    created(scene.done(commands.addComment, { item: card, text: words }), 'comment')
  const first = say(text)
  const get = (id: string): Comment => scene.view.get(comment, id)!
  const texts = (): readonly string[] => commentsOf(scene.view, card).map(record => record.text)
  return { ...scene, id: card, say, first, comment: get, texts }
}

describe('what is said about a card', () => {
  test('stands there in the order of time, with its author', () => {
    const { office, say, comment, texts } = discussed('  Zuerst.\n\nMit Absatz.  ')
    office.pass(1000)
    office.as('ben')
    const second = say('Danach.')
    expect(texts()).toEqual(['Zuerst.\n\nMit Absatz.', 'Danach.'])
    expect(comment(second)).toMatchObject({ createdBy: 'ben', createdAt: office.now, editedAt: null, author: '' })
  })

  test('can be put better by its author, and says so', () => {
    const { office, first, comment, done } = discussed()
    office.pass(60_000)
    expect(done(commands.editComment, { comment: first, text: 'Die Fachabteilung hat zugesagt. ' })).toEqual([])
    done(commands.editComment, { comment: first, text: 'Sie hat abgesagt.' })
    expect(comment(first)).toMatchObject({ text: 'Sie hat abgesagt.', editedAt: office.now })
  })

  test('keeps what another device of the same person has added meanwhile', () => {
    const { first, comment, done } = discussed('Termin am Montag')
    done(commands.editComment, { comment: first, text: 'Termin am Montag im Rathaus' })
    done(commands.editComment, { comment: first, text: 'Neuer Termin am Montag', base: 'Termin am Montag' })
    expect(comment(first).text).toBe('Neuer Termin am Montag im Rathaus')
  })

  test('goes to the bin and comes back', () => {
    const { first, texts, done } = discussed()
    done(commands.deleteComment, { comment: first })
    expect(texts()).toEqual([])
    done(commands.restoreComment, { comment: first })
    expect(texts()).toEqual(['Die Fachabteilung hat zugesagt.'])
  })

  test('belongs to who said it: others neither change nor delete it', () => {
    const { first, office, refusal, done } = discussed()
    office.as('ben')
    expect(refusal(commands.editComment, { comment: first, text: 'Nein.' })).toEqual({ because: 'commentIsNotOwn' })
    expect(refusal(commands.deleteComment, { comment: first })).toEqual({ because: 'commentIsNotOwn' })
    office.as('anna')
    done(commands.deleteComment, { comment: first })
    office.as('ben')
    expect(refusal(commands.restoreComment, { comment: first })).toEqual({ because: 'commentIsNotOwn' })
  })

  test('without a card, as a broken device leaves it, stands nowhere and breaks nothing', () => {
    const { document, office, view, texts } = discussed()
    const values = { text: 'Wozu?', source: 'trello:comment:2' }
    office.apply(create(comment, { document, id: 'lost' }, values, office.context()))
    expect(texts()).toEqual(['Die Fachabteilung hat zugesagt.'])
    expect(view.keys(comment, 'source')).toEqual([])
  })

  test('refusals', () => {
    const { id, first, refusal } = discussed()
    const long = 'ä'.repeat(16 * 1024) + '.'
    const tooLong = { because: 'textIsTooLong', longest: 32 * 1024 }
    expect(refusal(commands.addComment, { item: 'gone', text: 'Hallo' })).toEqual({ because: 'itemIsGone' })
    expect(refusal(commands.addComment, { item: id, text: ' \n ' })).toEqual({ because: 'textIsMissing' })
    expect(refusal(commands.addComment, { item: id, text: long })).toEqual(tooLong)
    expect(refusal(commands.editComment, { comment: first, text: '' })).toEqual({ because: 'textIsMissing' })
    expect(refusal(commands.editComment, { comment: first, text: long })).toEqual(tooLong)
    for (const command of [commands.editComment, commands.deleteComment])
      expect(refusal(command, { comment: 'gone', text: 'x' })).toEqual({ because: 'commentIsGone' })
    for (const one of ['gone', first])
      expect(refusal(commands.restoreComment, { comment: one })).toEqual({ because: 'commentIsNotInBin' })
  })
})

describe('a comment from elsewhere', () => {
  const brought = () => {
    const scene = discussed()
    const { document, office, id } = scene
    const values = { item: id, text: 'Stand im alten Board.', author: 'Clara Weiß', source: 'trello:comment:1' }
    const at = (own: string) => ({ document, id: own })
    office.apply(create(comment, at('c2'), values, { now: Date.UTC(2025, 4, 2), actor: 'anna' }))
    office.apply(create(comment, at('c1'), values, { now: Date.UTC(2025, 4, 2), actor: 'ben' }))
    return scene
  }

  test('stands before what was said here, once, though two devices have brought it', () => {
    const { view, id } = brought()
    expect(commentsOf(view, id).map(record => [record.id, isImported(record), record.author])).toEqual([
      ['c1', true, 'Clara Weiß'],
      [expect.anything(), false, ''],
    ])
  })

  test('is changed by nobody; who has brought it can take it away', () => {
    const { done, refusal, comment } = brought()
    const edit = { comment: 'c2', text: 'Stand da nie.' }
    expect(refusal(commands.editComment, edit)).toEqual({ because: 'commentIsNotOwn' })
    done(commands.deleteComment, { comment: 'c2' })
    expect(comment('c2').deleted).not.toBeNull()
  })
})

describe('the bin', () => {
  test('keeps the comments of a card; after a month their words are overwritten with it', () => {
    const { id, first, comment, done, office, teamId, view } = discussed()
    done(commands.deleteItems, { items: [id] })
    office.pass(timeInBin - 1)
    done(commands.emptyBin, { team: teamId })
    done(commands.restoreItems, { items: [id] })
    expect(commentsOf(view, id)).toHaveLength(1)
    done(commands.deleteItems, { items: [id] })
    office.pass(timeInBin)
    done(commands.emptyBin, { team: teamId })
    expect(comment(first)).toMatchObject({ text: '', author: '', purged: true, deleted: null })
  })

  test('overwrites a comment that was deleted alone, once', () => {
    const { first, say, comment, done, refusal, office, teamId } = discussed()
    const second = say('Bleibt.')
    done(commands.deleteComment, { comment: first })
    office.pass(timeInBin)
    done(commands.emptyBin, { team: teamId })
    expect([comment(first).text, comment(second).text]).toEqual(['', 'Bleibt.'])
    expect(done(commands.emptyBin, { team: teamId })).toEqual([])
    expect(refusal(commands.restoreComment, { comment: first })).toEqual({ because: 'commentIsNotInBin' })
  })
})
