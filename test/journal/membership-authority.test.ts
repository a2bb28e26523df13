import { describe, expect, test } from 'vitest'
import type { LogAct } from '../../src/journal/membership-entry.ts'
import { whyNotCounting } from '../../src/journal/membership-standing.ts'
import {
  admit,
  deviceOf,
  everybody,
  grant,
  musterstadt,
  noonOf,
  open,
  recover,
  remove,
  rolesIn,
  rotate,
  share,
  type Device,
} from './town.ts'

const because = (reason: string): unknown => expect.objectContaining({ because: reason })
const mayNot = because('person may not do this')

describe('Jana founds Musterstadt and brings in colleagues', () => {
  test('who is granted a role is a member, and nobody else', () => {
    const { town, jana } = musterstadt()
    town.say(jana, admit(deviceOf('gudrun')))
    const membership = town.membership()
    expect(rolesIn(membership)).toEqual(everybody)
    expect(membership.people.get('gudrun')).toMatchObject({ role: 'none', isRemoved: false })
  })
})

describe('who may say what', () => {
  const { town, ...people } = musterstadt()
  const { jana, cem, emil, fatma } = people
  const opening = town.say(jana, open('team:bau#1', jana))
  town.say(jana, grant('cem', 'admin', 'team:bau#1'))
  town.say(jana, grant('emil', 'writer', 'team:bau#1'))
  const fatmasPhone = deviceOf('fatma', 'Fatmas Telefon')
  town.say(fatma, admit(fatmasPhone))
  const gudrun = deviceOf('gudrun')
  const stranger = deviceOf('hilde')
  town.say(jana, admit(gudrun))
  const leo = deviceOf('leo')
  town.say(jana, admit(leo))
  town.say(jana, grant('leo', 'admin', 'workspace#1', { end: noonOf(10) }))

  const cases: [string, Device, LogAct, unknown, number?][] = [
    ['an admin opens a document', cem, open('team:it#1', cem), undefined],
    ['a writer opens a document', emil, open('team:it#1', emil), undefined],
    ['a reader opens a document', fatma, open('team:it#1', fatma), mayNot],
    ['a document is opened again', cem, open('team:bau#1', cem), because('document is open already')],
    [
      'a document is opened for a colleague too',
      cem,
      open('team:it#1', cem, jana),
      because('wrapped for the wrong devices'),
    ],
    ['a document is opened without oneself', cem, open('team:it#1'), because('wrapped for the wrong devices')],
    [
      'a document is opened with its second key',
      cem,
      { ...open('team:it#1', cem), keys: { document: 'team:it#1', epoch: 2, wrapped: [] } } as LogAct,
      { because: 'epoch is another', expected: 1, got: 2 },
    ],
    ['an admin admits somebody', cem, admit(stranger), undefined],
    ['a writer admits somebody', emil, admit(stranger), mayNot],
    ['a writer admits a device of their own', emil, admit(deviceOf('emil', 'Emils Telefon')), undefined],
    ['a reader admits a device of their own', fatma, admit(deviceOf('fatma', 'Fatmas Uhr')), undefined],
    ['an admin admits a device for whom they outrank', jana, admit(deviceOf('cem', 'Cems Telefon')), undefined],
    ['an admin admits a device for the founder', cem, admit(deviceOf('jana', 'Janas Telefon')), mayNot],
    ['an admin admits a device for an equal', cem, admit(deviceOf('doerte', 'Dörtes Telefon')), mayNot],
    ['a device is admitted that is here', cem, admit(emil), because('device is here already')],
    [
      'a device is admitted for somebody else',
      cem,
      admit({ ...fatmasPhone, person: 'cem' }),
      because('device is here already'),
    ],
    ['an admin of a document grants it', cem, grant('fatma', 'reader', 'team:bau#1'), undefined],
    ['a writer of a document grants it', emil, grant('fatma', 'reader', 'team:bau#1'), mayNot],
    [
      'an admin of the workspace grants a document that is not theirs',
      people.doerte,
      grant('doerte', 'reader', 'team:bau#1'),
      mayNot,
    ],
    ['a document that is not open is granted', cem, grant('fatma', 'reader', 'team:it#1'), mayNot],
    ['somebody is granted whom nobody has brought in', jana, grant('hilde', 'writer'), because('person is unknown')],
    ['a member grants themselves more', emil, grant('emil', 'admin'), mayNot],
    ['who holds a key shares it', jana, share('team:bau#1', opening, 1, cem, emil), undefined],
    [
      'a key is shared with whom the document is not granted',
      jana,
      share('team:bau#1', opening, 1, people.doerte),
      because('wrapped for the wrong devices'),
    ],
    ['a key is shared by whom nobody gave it', cem, share('team:bau#1', opening, 1, emil), because('key is missing')],
    ['a key is shared under another number', jana, share('team:bau#1', opening, 2, cem), because('key is missing')],
    ['an admin removes somebody', cem, remove('emil'), undefined],
    ['an admin removes the founder', cem, remove('jana'), undefined],
    ['an admin removes a device', cem, remove(fatmasPhone), undefined],
    ['a reader removes a device of their own', fatma, remove(fatmasPhone), undefined],
    ['a reader removes the device they write on', fatma, remove(fatma), undefined],
    ['a writer removes somebody else’s device', emil, remove(fatmasPhone), mayNot],
    ['a writer removes a person', emil, remove('fatma'), mayNot],
    ['a writer removes themselves as a person', emil, remove('emil'), mayNot],
    ['somebody is removed whom nobody has brought in', cem, remove('hilde'), because('person is unknown')],
    ['a device is removed that nobody has brought in', cem, remove(stranger), because('device is unknown')],
    ['an admin of a document makes its next key', jana, rotate('team:bau#1', 2, jana, cem), undefined],
    ['a writer of a document makes its next key', emil, rotate('team:bau#1', 2, emil), mayNot],
    [
      'a key is made that is not the next',
      jana,
      rotate('team:bau#1', 3, jana),
      { because: 'epoch is another', expected: 2, got: 3 },
    ],
    [
      'a key is made for who may not read',
      jana,
      rotate('team:bau#1', 2, jana, fatma),
      because('wrapped for the wrong devices'),
    ],
    ['a key is made without oneself', jana, rotate('team:bau#1', 2, cem), because('wrapped for the wrong devices')],
    ['the root brings in a new device', stranger, recover(stranger), undefined],
    ['the root’s word is said again by a device that is here', jana, recover(jana), because('device is here already')],
    [
      'who was admitted and not granted anything brings in a device',
      gudrun,
      admit(deviceOf('gudrun', 'Gudruns Telefon')),
      mayNot,
    ],
    [
      'a device nobody knows speaks',
      stranger,
      admit(deviceOf('hilde', 'Hildes Telefon')),
      because('device is unknown'),
    ],
    ['an admin with an end speaks before it', leo, admit(stranger), undefined, 9],
    ['an admin with an end speaks after it', leo, admit(stranger), mayNot, 11],
  ]

  test.each(cases)('%s', (_, by, act, expected, day = 5) => {
    const here = town.entries.length
    const entry = town.say(by, act, { knowing: [town.entries[here - 1]!], at: noonOf(day) })
    const membership = town.membership()
    expect(whyNotCounting(membership, entry.ref.hash)).toEqual(expected)
    town.entries.splice(here)
  })
})
