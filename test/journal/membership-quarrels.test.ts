import { describe, expect, test } from 'vitest'
import type { LogEntry } from '../../src/journal/membership-entry.ts'
import { whyNotCounting } from '../../src/journal/membership-standing.ts'
import {
  admit,
  deviceOf,
  everybody,
  found,
  grant,
  musterstadt,
  recover,
  remove,
  rolesIn,
  Town,
  without,
} from './town.ts'

const counts = (town: Town, { ref }: LogEntry): boolean => whyNotCounting(town.membership(), ref.hash) === undefined

describe('three who remove each other in a round', () => {
  test('are all out, and whoever stayed grants anew', () => {
    const { town, jana, cem, doerte } = musterstadt()
    const gudrun = deviceOf('gudrun')
    town.say(jana, admit(gudrun))
    const known = town.say(jana, grant('gudrun', 'admin'))
    town.say(jana, remove('cem'), { knowing: [known] })
    town.say(cem, remove('doerte'), { knowing: [known] })
    town.say(doerte, remove('jana'), { knowing: [known] })
    const out = { ...without('jana', 'cem', 'doerte'), gudrun: 'admin' }
    expect(rolesIn(town.membership())).toEqual(out)
    town.say(gudrun, grant('jana', 'admin'))
    expect(rolesIn(town.membership())).toEqual({ ...out, jana: 'admin' })
    expect(counts(town, town.say(jana, grant('cem', 'writer')))).toBe(true)
  })

  test('a removal that rests on nothing but a quarrel’s loser is judged when the quarrel is settled', () => {
    const { town, jana, cem, doerte, base } = musterstadt()
    const quarrel = [remove('cem'), remove('jana')] as const
    town.say(jana, quarrel[0], { knowing: [base] })
    town.say(cem, quarrel[1], { knowing: [base] })
    // Dörte knows one half of it, and goes by it.
    const half = town.entries.at(-2)!
    const late = town.say(doerte, grant('emil', 'admin'), { knowing: [half] })
    expect(counts(town, late)).toBe(true)
    expect(rolesIn(town.membership())).toEqual({ ...without('jana', 'cem'), emil: 'admin' })
  })
})

describe('what a removed person tries', () => {
  test('removing the remover, knowing the removal: it has no authority, also when the removal is in a quarrel', () => {
    const { town, jana, cem, doerte, base } = musterstadt()
    const emilsAdmin = town.say(jana, grant('emil', 'admin'), { knowing: [base] })
    const removal = town.say(jana, { ...remove('cem'), people: ['cem', 'doerte'] } as ReturnType<typeof remove>)
    // Dörte answers from a past without the removal: the two strike each other.
    town.say(doerte, remove('jana'), { knowing: [base] })
    const revenge = town.say(cem, remove('emil'), { knowing: [removal] })
    expect(counts(town, revenge)).toBe(false)
    expect(counts(town, emilsAdmin)).toBe(false)
    expect(rolesIn(town.membership())).toEqual(without('jana', 'cem', 'doerte'))
  })

  test('removing, from an old past, the one who brought the remover in: both removals count', () => {
    const town = new Town()
    const [jana, cem, doerte] = [deviceOf('jana'), deviceOf('cem'), deviceOf('doerte')]
    town.say(jana, found(jana))
    town.say(jana, admit(cem))
    const old = town.say(jana, grant('cem', 'admin'))
    town.say(jana, admit(doerte))
    town.say(jana, grant('doerte', 'admin'))
    const removal = town.say(doerte, remove('cem'))
    const answer = town.say(cem, remove('jana'), { knowing: [old] })
    expect([counts(town, removal), counts(town, answer)]).toEqual([true, true])
    // Jana brought Dörte in beside the answer, which undoes it; the removal stands all the same.
    expect(rolesIn(town.membership())).toEqual({})
  })

  test('two removals that take each other’s ground away both count', () => {
    const { town, jana, cem, doerte, base } = musterstadt()
    const gudrun = deviceOf('gudrun')
    const promoted = town.say(doerte, grant('emil', 'admin'), { knowing: [base] })
    town.say(cem, admit(gudrun), { knowing: [base] })
    const welcomed = town.say(cem, grant('gudrun', 'admin'), { knowing: [] })
    const emil = deviceOf('emil')
    // Gudrun stands on Cem’s word, Emil on Dörte’s; each removes whom the other stands on.
    const [one, other] = [
      town.say(gudrun, remove('doerte'), { knowing: [welcomed] }),
      town.say(emil, remove('cem'), { knowing: [promoted] }),
    ]
    expect([counts(town, one), counts(town, other)]).toEqual([true, true])
    expect(rolesIn(town.membership())).toEqual(without('cem', 'doerte'))
    expect(counts(town, town.say(jana, grant('cem', 'admin')))).toBe(true)
  })

  test('going on as if nothing had happened, on a branch of their own', () => {
    const { town, jana, cem, base } = musterstadt()
    town.say(jana, remove('cem'), { knowing: [base] })
    const helper = deviceOf('cem', 'Cems Zweitgerät')
    town.say(cem, admit(helper), { knowing: [base] })
    town.say(cem, grant('cem', 'admin'), { knowing: [] })
    const third = town.say(helper, admit(deviceOf('ivo')), { knowing: [town.entries.at(-1)!] })
    expect(counts(town, third)).toBe(false)
    expect(rolesIn(town.membership())).toEqual(without('cem'))
  })

  test('a device of theirs that was removed alone takes the others with it no more than they take it', () => {
    const { town, jana, emil, base } = musterstadt()
    const phone = deviceOf('emil', 'Emils Telefon')
    const both = town.say(emil, admit(phone), { knowing: [base] })
    town.say(emil, remove(phone), { knowing: [both] })
    town.say(phone, remove(emil), { knowing: [both] })
    expect(town.membership().people.get('emil')?.devices).toEqual([])
    town.say(jana, admit(emil))
    expect(town.membership().people.get('emil')?.devices).toEqual([emil.key])
  })
})

describe('the root', () => {
  const quarrelled = () => {
    const scene = musterstadt()
    const { town, jana, cem, base } = scene
    town.say(jana, remove('cem'), { knowing: [base] })
    town.say(cem, remove('jana'), { knowing: [base] })
    return scene
  }

  test('brings back whom a quarrel has put out, on a new device and as admin of everything', () => {
    const { town } = quarrelled()
    const phone = deviceOf('jana', 'Janas neues Telefon')
    town.say(phone, recover(phone))
    expect(rolesIn(town.membership())).toEqual(without('cem'))
    expect(counts(town, town.say(phone, grant('cem', 'admin')))).toBe(true)
    expect(rolesIn(town.membership())).toEqual(everybody)
  })

  test('is not struck by a removal that could not know it, nor is what rests on it', () => {
    const { town, cem, base } = musterstadt()
    const phone = deviceOf('jana', 'Janas neues Telefon')
    const recovered = town.say(phone, recover(phone), { knowing: [base] })
    const deposed = town.say(phone, remove('cem'), { knowing: [recovered] })
    const fromOldPast = town.say(cem, remove('jana'), { knowing: [base] })
    expect([recovered, deposed, fromOldPast].map(entry => counts(town, entry))).toEqual([true, true, false])
    expect(rolesIn(town.membership())).toEqual(without('cem'))
  })

  test('does not speak for a device a second time', () => {
    const { town, cem, jana, base } = musterstadt()
    const phone = deviceOf('hilde')
    town.say(phone, recover(phone), { knowing: [base] })
    expect(rolesIn(town.membership())).toMatchObject({ hilde: 'admin' })
    town.say(cem, remove('hilde'))
    const branch = town.say(phone, recover(phone), { knowing: [base], from: null })
    expect(rolesIn(town.membership())).toEqual(everybody)
    expect(counts(town, town.say(phone, grant('emil', 'admin'), { from: branch, knowing: [] }))).toBe(false)
    const aware = town.say(phone, recover(phone), {
      from: null,
      knowing: [town.entries.at(-1)!, town.say(jana, grant('fatma', 'reader'))],
    })
    expect(counts(town, aware)).toBe(false)
    expect(rolesIn(town.membership())).toEqual(everybody)
  })

  test('nor against a role that was taken back knowing its word', () => {
    const { town, jana, base } = musterstadt()
    const phone = deviceOf('hilde')
    town.say(phone, recover(phone), { knowing: [base] })
    town.say(jana, grant('hilde', 'reader'))
    town.say(phone, recover(phone), { knowing: [base], from: null })
    expect(rolesIn(town.membership())).toEqual({ ...everybody, hilde: 'reader' })
  })

  test('a device named alone falls to a removal that knew it, and only to that', () => {
    const { town, cem, base } = musterstadt()
    const phone = deviceOf('jana', 'Janas neues Telefon')
    const recovered = town.say(phone, recover(phone), { knowing: [base] })
    town.say(cem, remove(phone), { knowing: [recovered] })
    expect(town.membership().devices.get(phone.key)?.isRemoved).toBe(true)
    expect(rolesIn(town.membership())).toEqual(everybody)
  })
})

describe('one person, claimed by several', () => {
  test('the senior’s admission makes the person; a device that another admitted beside it is nobody’s', () => {
    const { town, jana, doerte, cem, base } = musterstadt()
    const [gudrun, spy] = [deviceOf('gudrun'), deviceOf('gudrun', 'Gudruns angebliches Telefon')]
    town.say(jana, admit(gudrun), { knowing: [base] })
    town.say(jana, grant('gudrun', 'writer'))
    const claim = town.say(doerte, admit(spy), { knowing: [base] })
    const member = town.say(doerte, grant('gudrun', 'reader'), { knowing: [claim] })
    const further = town.say(spy, admit(deviceOf('gudrun', 'Gudruns anderes Telefon')), { knowing: [member] })
    const membership = town.membership()
    expect(membership.people.get('gudrun')?.devices).toEqual([gudrun.key])
    expect(counts(town, further)).toBe(true)
    expect(membership.devices.get(spy.key)?.isRemoved).toBe(true)
    // Who knows the person brings the device in after all.
    town.say(jana, admit(spy))
    expect(town.membership().people.get('gudrun')?.devices.toSorted()).toEqual([gudrun.key, spy.key].toSorted())
    expect(counts(town, town.say(cem, remove(spy)))).toBe(true)
  })

  test('a device that two claim for different people is the senior’s', () => {
    const { town, jana, doerte, base } = musterstadt()
    const tablet = deviceOf('gudrun', 'Ein Tablet')
    town.say(jana, admit(tablet), { knowing: [base] })
    town.say(doerte, admit({ ...tablet, person: 'hilde' }), { knowing: [base] })
    const { devices, people } = town.membership()
    expect(devices.get(tablet.key)?.person).toBe('gudrun')
    expect(people.get('hilde')?.devices).toEqual([])
  })

  test('between equals the hash of their own admission decides', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { town, cem, doerte, base } = musterstadt(seed)
      const entryOf = (person: string) =>
        town.entries.find(({ act }) => act.act === 'admit' && act.device.person === person)!
      town.say(cem, grant('emil', 'admin'), { knowing: [base] })
      town.say(doerte, grant('emil', 'reader'), { knowing: [base] })
      const isCemFirst = entryOf('cem').hash < entryOf('doerte').hash
      expect(rolesIn(town.membership())['emil']).toBe(isCemFirst ? 'admin' : 'reader')
    }
  })

  test('between two devices of one person the higher hash decides', () => {
    for (const seed of ['a', 'b', 'c', 'd']) {
      const { town, cem, base } = musterstadt(seed)
      const phone = deviceOf('cem', 'Cems Telefon')
      const both = town.say(cem, admit(phone), { knowing: [base] })
      const one = town.say(cem, grant('emil', 'admin'), { knowing: [both] })
      const other = town.say(phone, grant('emil', 'reader'), { knowing: [both] })
      expect(rolesIn(town.membership())['emil']).toBe(one.hash > other.hash ? 'admin' : 'reader')
    }
  })
})

describe('what the senior has said last holds, however long the juniors’ branch', () => {
  test('also when the junior’s word comes late in the order of causes', () => {
    const { town, jana, cem, doerte, base } = musterstadt()
    town.say(doerte, grant('fatma', 'writer'), { knowing: [base] })
    town.say(cem, grant('emil', 'admin'))
    town.say(jana, grant('emil', 'reader'), { knowing: [base] })
    expect(rolesIn(town.membership())['emil']).toBe('reader')
    town.say(cem, grant('emil', 'writer'))
    expect(rolesIn(town.membership())['emil']).toBe('writer')
  })
})
