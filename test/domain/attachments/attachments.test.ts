import { describe, expect, test } from 'vitest'
import type { NewAttachment } from '../../../src/domain/attachments/add-attachments.ts'
import { attachment, isPicture, largestFile } from '../../../src/domain/attachments/attachment.ts'
import { attachmentsOf, linksOf } from '../../../src/domain/attachments/item-attachments.ts'
import { link } from '../../../src/domain/attachments/link.ts'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { create } from '../../../src/domain/kernel/change.ts'
import { timeInBin } from '../../../src/domain/work/bin.ts'
import { buildingOffice, created } from '../work/building-office.ts'

const hashOf = (digit: string): string => digit.repeat(64)
const file = (name: string, values: Partial<NewAttachment> = {}): NewAttachment => ({
  name,
  mediaType: 'image/jpeg',
  size: 240_000,
  hash: hashOf('a'),
  ...values,
})

/** A card to which photos, files and links can be put. */
const atCard = () => {
  const scene = buildingOffice()
  const id = scene.card('Ortstermin')
  const add = (...files: readonly NewAttachment[]) =>
    created(scene.done(commands.addAttachments, { item: id, files }), 'attachment')
  const addLink = (address: string, name?: string) =>
    created(scene.done(commands.addLink, { item: id, address, name }), 'link')
  const files = () => attachmentsOf(scene.view, id).map(({ name }) => name)
  const links = () => linksOf(scene.view, id).map(({ name, address }) => name || address)
  return { ...scene, id, add, addLink, files, links }
}

describe('a photo on a card', () => {
  test('is kept with its measures; who added it and when is known', () => {
    const { add, view, office } = atCard()
    const photo = add(file('Baugrube.jpg', { width: 1600, height: 1200 }))
    expect(view.get(attachment, photo)).toMatchObject({
      name: 'Baugrube.jpg',
      size: 240_000,
      hash: hashOf('a'),
      width: 1600,
      height: 1200,
      createdBy: 'anna',
      createdAt: office.now,
    })
  })

  test.each([
    ['image/jpeg', 'image/jpeg', true],
    ['IMAGE/PNG', 'image/png', true],
    ['image/svg+xml', 'image/svg+xml', false],
    ['application/pdf', 'application/pdf', false],
    ['', 'application/octet-stream', false],
    ['text/html; charset=x', 'application/octet-stream', false],
  ])('of type %j is kept as %s; shown as a picture: %s', (mediaType, kept, isShown) => {
    const { add, view } = atCard()
    const record = view.get(attachment, add(file('Datei', { mediaType })))!
    expect([record.mediaType, isPicture(record)]).toEqual([kept, isShown])
  })

  test.each([[0], [1.5], [null], [undefined]])('with a width of %s has none', width => {
    const { add, view } = atCard()
    const measures = width === undefined ? {} : { width }
    expect(view.get(attachment, add(file('Foto', measures)))!.width).toBeNull()
  })

  test('many come at once, each once, and not again', () => {
    const { add, files, refusal, id } = atCard()
    const second = file('Rückseite.jpg', { hash: hashOf('b') })
    add(file('Vorderseite.jpg'), second, file('Kopie.jpg'))
    expect(files()).toEqual(['Kopie.jpg', 'Rückseite.jpg'])
    add(second, file('Seite.jpg', { hash: hashOf('c') }))
    expect(files()).toHaveLength(3)
    expect(refusal(commands.addAttachments, { item: id, files: [second] })).toEqual({
      because: 'attachmentIsThere',
      name: 'Rückseite.jpg',
    })
    expect(refusal(commands.addAttachments, { item: id, files: [] })).toEqual({
      because: 'attachmentIsThere',
      name: '',
    })
  })

  test('added by two people at once is shown once, as the older one', () => {
    const { add, files, document, office, id } = atCard()
    add(file('Baugrube.jpg'))
    const values = { item: id, name: 'IMG_1.jpg', hash: hashOf('a') }
    const later = { now: office.now + 5, actor: 'ben' }
    office.apply(create(attachment, { document, id: 'zz' }, values, later))
    office.apply(create(attachment, { document, id: 'broken' }, { item: id, name: 'Ohne Inhalt' }, later))
    office.apply(create(attachment, { document, id: 'lost' }, { name: 'Ohne Karte' }, later))
    expect(files()).toEqual(['Baugrube.jpg', 'Ohne Inhalt'])
  })

  test('gets another name, goes to the bin and comes back', () => {
    const { add, files, done } = atCard()
    const photo = add(file('IMG_0001.jpg'))
    done(commands.renameAttachment, { attachment: photo, name: 'C:\\Baugrube.jpg' })
    done(commands.removeAttachment, { attachment: photo })
    expect(files()).toEqual([])
    done(commands.restoreAttachment, { attachment: photo })
    expect(files()).toEqual(['Baugrube.jpg'])
  })

  test('names its bytes until nothing can bring them back', () => {
    const { add, id, done, refusal, view, office, teamId } = atCard()
    const [alone, withCard] = [add(file('A')), add(file('B', { hash: hashOf('b') }))]
    done(commands.removeAttachment, { attachment: alone })
    done(commands.deleteItems, { items: [id] })
    const named = () => [alone, withCard].map(one => view.get(attachment, one)!.hash)
    expect(named()).toEqual([hashOf('a'), hashOf('b')])
    office.pass(timeInBin)
    done(commands.emptyBin, { team: teamId })
    expect(named()).toEqual(['', ''])
    expect(view.get(attachment, withCard)).toMatchObject({ name: '', hash: '', mediaType: '', purged: true })
    expect(refusal(commands.restoreAttachment, { attachment: alone })).toEqual({ because: 'attachmentIsNotInBin' })
  })

  test('of a hostile device, with an address that is no hash, has no bytes', () => {
    const { add, view, write } = atCard()
    const photo = add(file('Foto'))
    write(view.get(attachment, photo)!, 'hash', '../../secrets')
    expect(view.get(attachment, photo)).toMatchObject({ hash: '', unreadable: ['hash'] })
  })

  test('refusals', () => {
    const { id, refusal, add } = atCard()
    const put = (one: NewAttachment) => refusal(commands.addAttachments, { item: id, files: [one] })
    const tooLarge = { because: 'fileIsTooLarge', name: 'Film.mp4', megabytes: 10 }
    expect(put(file('Film.mp4', { size: largestFile + 1 }))).toEqual(tooLarge)
    expect(put(file('..'))).toEqual({ because: 'nameIsEmpty' })
    const unfit = { because: 'attachmentIsUnfit', name: 'Foto' }
    for (const values of [{ hash: 'abc' }, { hash: hashOf('G') }, { size: -1 }, { size: 0.5 }])
      expect(put(file('Foto', values))).toEqual(unfit)
    expect(refusal(commands.addAttachments, { item: 'gone', files: [file('A')] })).toEqual({ because: 'itemIsGone' })
    const photo = add(file('Foto', { size: largestFile }))
    expect(refusal(commands.renameAttachment, { attachment: photo, name: ' ' })).toEqual({ because: 'nameIsEmpty' })
    for (const command of [commands.renameAttachment, commands.removeAttachment])
      expect(refusal(command, { attachment: 'gone', name: 'x' })).toEqual({ because: 'attachmentIsGone' })
    for (const attached of ['gone', photo])
      expect(refusal(commands.restoreAttachment, { attachment: attached })).toEqual({ because: 'attachmentIsNotInBin' })
  })
})

describe('a link on a card', () => {
  test('has a name or shows its address; both can be changed', () => {
    const { addLink, links, done } = atCard()
    const portal = addLink(' https://www.bund.de ', 'Bundesportal\u202e')
    addLink('\\\\server\\Akten  2026')
    expect(links()).toEqual(['Bundesportal', '\\\\server\\Akten  2026'])
    done(commands.editLink, { link: portal, name: '' })
    expect(links()[0]).toBe('https://www.bund.de')
    done(commands.editLink, { link: portal, address: '10.23.4-2026/17' })
    expect(links()[0]).toBe('10.23.4-2026/17')
  })

  test('goes to the bin and comes back; after a month nothing is left of it', () => {
    const { addLink, links, done, refusal, office, teamId, view } = atCard()
    const portal = addLink('https://www.bund.de')
    done(commands.removeLink, { link: portal })
    expect(links()).toEqual([])
    done(commands.restoreLink, { link: portal })
    expect(links()).toHaveLength(1)
    done(commands.removeLink, { link: portal })
    office.pass(timeInBin)
    done(commands.emptyBin, { team: teamId })
    expect(view.get(link, portal)).toMatchObject({ address: '', name: '', purged: true })
    expect(refusal(commands.restoreLink, { link: portal })).toEqual({ because: 'linkIsNotInBin' })
  })

  test('of a broken device, without a card, stands nowhere', () => {
    const { links, document, office } = atCard()
    office.apply(create(link, { document, id: 'lost' }, { address: 'https://www.bund.de' }, office.context()))
    expect(links()).toEqual([])
  })

  test('refusals', () => {
    const { id, addLink, refusal } = atCard()
    const put = (address: string, name?: string) => refusal(commands.addLink, { item: id, address, name })
    expect(put(' ')).toEqual({ because: 'addressIsMissing' })
    expect(put('java\tscript:alert(1)')).toEqual({ because: 'addressIsUnsafe' })
    expect(put('x'.repeat(2001))).toEqual({ because: 'addressIsTooLong', longest: 2000 })
    expect(put('https://bund.de', 'x'.repeat(201))).toEqual({ because: 'nameIsTooLong', longest: 200 })
    expect(refusal(commands.addLink, { item: 'gone', address: 'x' })).toEqual({ because: 'itemIsGone' })
    const there = addLink('https://bund.de')
    const unsafe = { link: there, address: 'data:text/html,x' }
    expect(refusal(commands.editLink, unsafe)).toEqual({ because: 'addressIsUnsafe' })
    for (const command of [commands.editLink, commands.removeLink])
      expect(refusal(command, { link: 'gone' })).toEqual({ because: 'linkIsGone' })
    for (const one of ['gone', there])
      expect(refusal(commands.restoreLink, { link: one })).toEqual({ because: 'linkIsNotInBin' })
  })
})
