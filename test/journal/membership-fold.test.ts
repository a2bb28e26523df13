import { describe, expect, test } from 'vitest'
import type { LogAct, LogEntry } from '../../src/journal/membership-entry.ts'
import { whyNotCounting } from '../../src/journal/membership-standing.ts'
import {
  admit,
  deviceOf,
  everybody,
  grant,
  musterstadt,
  recover,
  remove,
  rolesIn,
  without,
  type Device,
} from './town.ts'

type Pair = readonly [one: LogEntry, other: LogEntry]

/** Two say something, neither knowing what the other says. */
const besides = (
  scene: ReturnType<typeof musterstadt>,
  one: readonly [Device, LogAct],
  other: readonly [Device, LogAct],
): Pair => [
  scene.town.say(one[0], one[1], { knowing: [scene.base] }),
  scene.town.say(other[0], other[1], { knowing: [scene.base] }),
]

describe('side by side', () => {
  test.each<
    [
      string,
      (scene: ReturnType<typeof musterstadt>) => [readonly [Device, LogAct], readonly [Device, LogAct]],
      object,
      boolean,
      boolean,
    ]
  >([
    [
      'two remove each other: both are out',
      ({ cem, doerte }) => [
        [cem, remove('doerte')],
        [doerte, remove('cem')],
      ],
      without('cem', 'doerte'),
      true,
      true,
    ],
    [
      'an admin and the founder remove each other: both are out',
      ({ jana, cem }) => [
        [jana, remove('cem')],
        [cem, remove('jana')],
      ],
      without('jana', 'cem'),
      true,
      true,
    ],
    [
      'two remove the same person',
      ({ cem, doerte }) => [
        [cem, remove('emil')],
        [doerte, remove('emil')],
      ],
      without('emil'),
      true,
      true,
    ],
    [
      'one removes whom the other removes by device',
      ({ cem, doerte, emil }) => [
        [cem, remove(emil)],
        [doerte, remove('emil')],
      ],
      without('emil'),
      true,
      true,
    ],
    [
      'one removes who removes a third: the third stays',
      ({ jana, cem }) => [
        [jana, remove('cem')],
        [cem, remove('emil')],
      ],
      without('cem'),
      true,
      false,
    ],
    [
      'two remove different people',
      ({ cem, doerte }) => [
        [cem, remove('emil')],
        [doerte, remove('fatma')],
      ],
      without('emil', 'fatma'),
      true,
      true,
    ],
    [
      'a removed admin admits somebody: who is admitted is nobody',
      ({ jana, cem }) => [
        [jana, remove('cem')],
        [cem, admit(deviceOf('gudrun'))],
      ],
      without('cem'),
      true,
      false,
    ],
    [
      'a removed person admits a device of theirs: it is nobody’s',
      ({ jana, emil }) => [
        [jana, remove('emil')],
        [emil, admit(deviceOf('emil', 'Emils Telefon'))],
      ],
      without('emil'),
      true,
      false,
    ],
    [
      'an admin admits a device for whom another removes: it counts, the person is out',
      ({ jana, doerte }) => [
        [jana, admit(deviceOf('emil', 'Emils Telefon'))],
        [doerte, remove('emil')],
      ],
      without('emil'),
      true,
      true,
    ],
    [
      'a removed admin grants: it does not hold',
      ({ jana, cem }) => [
        [jana, remove('cem')],
        [cem, grant('fatma', 'admin')],
      ],
      without('cem'),
      true,
      false,
    ],
    [
      'a removed admin grants themselves: it does not hold',
      ({ jana, cem }) => [
        [jana, remove('cem')],
        [cem, grant('cem', 'admin')],
      ],
      without('cem'),
      true,
      false,
    ],
    [
      'the founder grants whom a junior removes: the removal holds, for it was not known',
      ({ jana, doerte }) => [
        [jana, grant('emil', 'admin')],
        [doerte, remove('emil')],
      ],
      without('emil'),
      true,
      true,
    ],
    [
      'two admit different people',
      ({ cem, doerte }) => [
        [cem, admit(deviceOf('gudrun'))],
        [doerte, admit(deviceOf('hilde'))],
      ],
      everybody,
      true,
      true,
    ],
    [
      'two grant different people',
      ({ cem, doerte }) => [
        [cem, grant('emil', 'admin')],
        [doerte, grant('fatma', 'writer')],
      ],
      { ...everybody, emil: 'admin', fatma: 'writer' },
      true,
      true,
    ],
    [
      'two grant one person differently: the senior’s word holds',
      ({ jana, cem }) => [
        [cem, grant('emil', 'admin')],
        [jana, grant('emil', 'reader')],
      ],
      { ...everybody, emil: 'reader' },
      true,
      true,
    ],
    [
      'the founder takes back what an admin grants themselves',
      ({ jana, cem }) => [
        [cem, grant('cem', 'admin')],
        [jana, grant('cem', 'none')],
      ],
      without('cem'),
      true,
      true,
    ],
    [
      'the root recovers for whom an admin removes: the root’s word holds',
      ({ jana, cem }) => [
        [deviceOf('jana', 'Janas neues Telefon'), recover({ ...deviceOf('jana', 'Janas neues Telefon') })],
        [cem, remove(jana.person)],
      ],
      everybody,
      true,
      true,
    ],
    [
      'the root recovers while another is removed',
      ({ cem }) => [
        [deviceOf('jana', 'Janas neues Telefon'), recover(deviceOf('jana', 'Janas neues Telefon'))],
        [cem, remove('emil')],
      ],
      without('emil'),
      true,
      true,
    ],
  ])('%s', (_, pair, expected, firstCounts, secondCounts) => {
    for (const order of [0, 1]) {
      const scene = musterstadt(`Musterstadt ${order}`)
      const [one, other] = pair(scene)
      const [first, second] =
        order === 0 ? besides(scene, one, other) : (besides(scene, other, one).toReversed() as unknown as Pair)
      const membership = scene.town.membership()
      expect(rolesIn(membership)).toEqual(expected)
      const counts = [first, second].map(({ ref }) => whyNotCounting(membership, ref.hash) === undefined)
      expect(counts).toEqual([firstCounts, secondCounts])
    }
  })
})
