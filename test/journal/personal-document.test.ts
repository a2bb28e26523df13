import { describe, expect, test } from 'vitest'
import { mayRead, roleIn } from '../../src/journal/membership-rights.ts'
import { keysLacking, rotationsDue } from '../../src/journal/keys-due.ts'
import { admit, deviceOf, grant, musterstadt, noonOf, open, recover, remove, type Device } from './town.ts'

/** What Emil has read is Emil's: neither admins nor who holds the recovery sheet come to it. */
const own = 'person:emil#1'
const now = noonOf(2)

const readers = (
  { town, ...people }: ReturnType<typeof musterstadt>,
  more: readonly Device[] = [],
): readonly string[] => {
  const { jana, cem, doerte, emil, fatma } = people
  const membership = town.membership()
  return [jana, cem, doerte, emil, fatma, ...more]
    .filter(({ id }) => mayRead(membership, id, own, now))
    .map(({ name }) => name)
}

describe('a personal document', () => {
  test('is opened by its person, a reader of the workspace too, and read on their devices alone', () => {
    const scene = musterstadt()
    const { town, emil, fatma } = scene
    town.say(emil, open(own, emil))
    town.say(fatma, open('person:fatma#1', fatma))
    const phone = deviceOf('emil', 'Emils Telefon')
    town.say(emil, admit(phone))
    expect(readers(scene, [phone])).toEqual([emil.name, phone.name])
    expect(roleIn(town.membership(), 'fatma', 'person:fatma#1', now)).toBe('admin')
    expect(keysLacking(town.membership(), now).filter(({ document }) => document === own)).toMatchObject([
      { device: phone.key },
    ])
  })

  test('opened by anybody else it is not open at all', () => {
    const scene = musterstadt()
    const { town, jana, emil } = scene
    town.say(jana, open(own, jana))
    town.say(jana, grant('emil', 'writer', own))
    expect(readers(scene)).toEqual([])
    town.say(emil, open(own, emil))
    expect(readers(scene)).toEqual([emil.name])
  })

  test('is nobody else’s, whatever its person grants and whoever recovers the workspace', () => {
    const scene = musterstadt()
    const { town, emil } = scene
    town.say(emil, open(own, emil))
    town.say(emil, grant('cem', 'reader', own))
    const fresh = deviceOf('jana', 'Janas neuer Laptop')
    town.say(fresh, recover(fresh))
    expect(readers(scene, [fresh])).toEqual([emil.name])
    expect(keysLacking(town.membership(), now).filter(({ document }) => document === own)).toEqual([])
  })

  test('a lost phone of its person is shut out like from every document: the key is due to be replaced', () => {
    const scene = musterstadt()
    const { town, jana, emil } = scene
    const phone = deviceOf('emil', 'Emils Telefon')
    town.say(emil, admit(phone))
    town.say(emil, open(own, emil, phone))
    town.say(jana, remove(phone))
    expect(readers(scene, [phone])).toEqual([emil.name])
    expect(rotationsDue(town.membership(), now)).toContain(own)
  })
})
