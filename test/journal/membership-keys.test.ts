import { describe, expect, test } from 'vitest'
import { currentKey } from '../../src/journal/membership-keys.ts'
import { keysLacking, openDocuments, rotationsDue } from '../../src/journal/keys-due.ts'
import { admit, deviceOf, grant, musterstadt, noonOf, open, remove, rotate, share, type Device } from './town.ts'

const bau = 'team:bau#1'
const day = noonOf(5)

/** Jana opens Team Bau and hands its key to Cem, who is its admin too. */
const teamWithKey = () => {
  const scene = musterstadt()
  const { town, jana, cem } = scene
  const first = town.say(jana, open(bau, jana))
  town.say(jana, grant('cem', 'admin', bau))
  town.say(jana, grant('emil', 'writer', bau))
  town.say(jana, share(bau, first, 1, cem))
  const lacking = (document = bau) =>
    keysLacking(town.membership(), day)
      .filter(one => one.document === document)
      .map(({ device, epoch }) => [deviceName(device), epoch])
  const deviceName = (key: string) => town.membership().devices.get(key)?.person ?? key
  return { ...scene, first, lacking, base: town.tips() }
}
const due = ({ town }: ReturnType<typeof teamWithKey>, at = day) => rotationsDue(town.membership(), at)

describe('who lacks a key', () => {
  test('whoever may read and was not handed it', () => {
    const { town, jana, emil, first, lacking } = teamWithKey()
    expect(lacking()).toEqual([['emil', 1]])
    expect(lacking('workspace#1').map(([name]) => name)).toEqual(['cem', 'doerte', 'emil', 'fatma'])
    town.say(jana, share(bau, first, 1, emil))
    expect(lacking()).toEqual([])
    town.say(emil, admit(deviceOf('emil', 'Emils Telefon')))
    expect(lacking()).toEqual([['emil', 1]])
  })

  test('each key by itself where two admins apart have made the next', () => {
    const { town, jana, cem, base, lacking } = teamWithKey()
    town.say(jana, rotate(bau, 2, jana), { knowing: base })
    town.say(cem, rotate(bau, 2, cem), { knowing: base })
    expect(lacking().toSorted()).toEqual([
      ['cem', 2],
      ['emil', 1],
      ['emil', 2],
      ['emil', 2],
      ['jana', 2],
    ])
  })

  test('also a key that a removal has struck: somebody may have sealed with it', () => {
    const { town, jana, cem, base, lacking } = teamWithKey()
    town.say(jana, remove('cem'), { knowing: base })
    town.say(cem, rotate(bau, 2, cem, jana), { knowing: base })
    expect(currentKey(town.membership(), bau)?.epoch).toBe(1)
    expect(lacking()).toEqual([
      ['emil', 1],
      ['emil', 2],
    ])
  })

  test('not one that nobody had the authority to make', () => {
    const { town, emil, lacking } = teamWithKey()
    town.say(emil, rotate(bau, 2, emil))
    expect(lacking()).toEqual([['emil', 1]])
  })
})

describe('the key to seal with', () => {
  test('is the newest; of several made apart the one with the highest hash; none where nothing is open', () => {
    const { town, jana, cem, first, base } = teamWithKey()
    expect(currentKey(town.membership(), bau)).toEqual({ document: bau, epoch: 1, key: first.hash })
    const made = [
      town.say(jana, rotate(bau, 2, jana, cem), { knowing: base }),
      town.say(cem, rotate(bau, 2, jana, cem), { knowing: base }),
    ].map(({ hash }) => hash)
    expect(currentKey(town.membership(), bau)).toEqual({ document: bau, epoch: 2, key: made.toSorted().at(-1) })
    expect(currentKey(town.membership(), 'team:it#1')).toBeUndefined()
    const third = town.say(cem, rotate(bau, 3, cem))
    expect(currentKey(town.membership(), bau)?.key).toBe(third.hash)
  })

  test('documents that are open are known by name; one whose opening was struck is not', () => {
    const { town, jana, cem, base } = teamWithKey()
    expect(openDocuments(town.membership())).toEqual([bau, 'workspace#1'])
    town.say(jana, remove('cem'), { knowing: base })
    town.say(cem, open('team:it#1', cem), { knowing: base })
    expect(openDocuments(town.membership())).toEqual([bau, 'workspace#1'])
  })
})

describe('a key has to be replaced', () => {
  test.each<[string, (scene: ReturnType<typeof teamWithKey>) => void, string[], number?]>([
    ['not while everybody who has it may have it', () => undefined, []],
    ['when a person is removed who has it', ({ town, jana }) => void town.say(jana, remove('cem')), [bau]],
    ['when a device is removed that has it', ({ town, jana, cem }) => void town.say(jana, remove(cem)), [bau]],
    ['not when a person is removed who never had it', ({ town, jana }) => void town.say(jana, remove('emil')), []],
    [
      'when the role of one who has it is taken away',
      ({ town, jana }) => void town.say(jana, grant('cem', 'none', bau)),
      [bau],
    ],
    [
      'when the time of one who has it is over',
      ({ town, jana }) => void town.say(jana, grant('cem', 'reader', bau, { end: noonOf(4) })),
      [bau],
    ],
    [
      'not any more once it is',
      ({ town, jana }) => {
        town.say(jana, remove('cem'))
        town.say(jana, rotate(bau, 2, jana))
      },
      [],
    ],
    [
      'when somebody hands it on beside the removal',
      ({ town, jana, cem, base, first }) => {
        town.say(jana, remove('emil'), { knowing: base })
        town.say(cem, share(bau, first, 1, deviceOf('emil')), { knowing: base })
      },
      [bau],
    ],
    [
      'when who has it hands it to somebody without authority',
      ({ town, cem, doerte, first }) => void town.say(cem, share(bau, first, 1, doerte)),
      [bau],
    ],
    [
      'not when somebody claims to hand out what they never had',
      ({ town, emil, doerte, first }) => void town.say(emil, share(bau, first, 1, doerte)),
      [],
    ],
    [
      'when of two next keys made apart the one that holds was made for a removed person too',
      ({ town, jana, cem, base }) => {
        const gudrun = deviceOf('gudrun')
        town.say(jana, admit(gudrun))
        town.say(jana, grant('gudrun', 'reader'))
        const known = town.say(jana, grant('gudrun', 'reader', bau))
        town.say(jana, remove('gudrun'))
        town.say(jana, rotate(bau, 2, jana))
        expect(base.length).toBe(1)
        town.say(cem, rotate(bau, 2, jana, cem, gudrun), { knowing: [known] })
        town.say(cem, rotate(bau, 3, cem, gudrun), { knowing: [] })
      },
      [bau],
    ],
  ])('%s', (_, happens, expected) => {
    const scene = teamWithKey()
    happens(scene)
    expect(due(scene)).toEqual(expected)
  })

  test('of the document that everybody reads as of any other', () => {
    const scene = teamWithKey()
    const { town, jana } = scene
    const [founding] = town.entries
    const fatma: Device = scene.fatma
    town.say(jana, share('workspace#1', founding!, 1, fatma))
    expect(due(scene)).toEqual([])
    town.say(jana, remove('fatma'))
    expect(due(scene)).toEqual(['workspace#1'])
  })
})
