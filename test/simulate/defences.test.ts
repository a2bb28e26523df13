import { describe, expect, test } from 'vitest'
import { ok } from '../../src/domain/kernel/result.ts'
import { guardUpdate } from '../../src/journal/guard.ts'
import { usualHabits } from '../../src/sync/habits.ts'
import { journalChecks } from '../../src/sync/judge.ts'
import { allDefences, type Defences } from './support/defences.ts'
import { simulate } from './support/simulate.ts'

/** A defence, what takes it away, and the law that is broken without it: in one of so many seeds at the latest. */
type Row = Readonly<{ name: string; without: Partial<Defences>; law: RegExp }>

const checks = (change: Partial<Defences['checks']>): Partial<Defences> => ({ checks: { ...journalChecks, ...change } })
const members = (change: Defences['members']): Partial<Defences> => ({ members: change })

const rows: readonly Row[] = [
  {
    name: 'the signature is checked',
    without: { crypto: eyes => ({ ...eyes, isGenuine: async parts => (await eyes.isGenuine(parts)) !== undefined }) },
    law: /only what its writer has signed/,
  },
  {
    name: 'a chain goes on where it was',
    without: checks({ continueChain: (_, { header, hash }) => ok({ device: header.device, seq: header.seq, hash }) }),
    law: /a chain goes on where it was/,
  },
  {
    name: 'no entry is taken before its causes',
    without: checks({ missingDeps: () => [] }),
    law: /nothing stands before its causes/,
  },
  {
    name: 'a client belongs to one device',
    without: checks({ claimClients: claims => ok(claims) }),
    law: /nobody writes with a client of another/,
  },
  {
    name: 'the guard stands before Yjs',
    without: checks({
      guardUpdate: (update, known) => {
        const guarded = guardUpdate(update, known)
        return guarded.ok ? guarded : ok({ clients: [], clocksAfter: new Map(), structs: 0 })
      },
    }),
    law: /I\d/,
  },
  {
    name: 'a grant is looked at where somebody wrote',
    without: members(all => ({ ...all, mayWrite: () => 'yes' })),
    law: /only who may write there/,
  },
  {
    name: 'a document is given only to those who may read it',
    without: members((all, own) => ({
      ...all,
      mayRead: (device, document) => device !== own || all.mayRead(own, document),
    })),
    law: /who may not read gets nothing/,
  },
  {
    name: 'who is removed is left',
    without: members((all, own) => ({
      ...all,
      standing: device => (device === own ? all.standing(own) : 'member'),
      mayRead: (device, document) =>
        all.mayRead(device, document) || (device !== own && all.standing(device) === 'removed'),
    })),
    law: /who is removed gets nothing/,
  },
  {
    name: 'what is cut is waited for no more',
    without: members(all => ({ ...all, cut: () => undefined })),
    law: /all come to the same|nothing waits for ever/,
  },
  {
    name: 'what is lost on the way is looked for again',
    without: { habits: { ...usualHabits, haveEvery: Infinity, haveSpread: 0 } },
    law: /all come to the same/,
  },
  {
    name: 'an edit is sent only once it is durable',
    without: { savesFirst: false },
    law: /an honest device has one history/,
  },
]

const seeds = 40

/** The first law that is broken, over seeds as they come. */
const firstBroken = async (defences: Defences, law: RegExp): Promise<string | undefined> => {
  for (let seed = 1; seed <= seeds; seed++) {
    const { violations } = await simulate({ seed, count: 250, defences })
    const broken = violations.find(one => law.test(one.law))
    if (broken) return `seed ${seed}: ${broken.law}`
  }
  return undefined
}

describe('each defence is what keeps a law', () => {
  test.each(rows)(
    '$name: without it a law is broken',
    async ({ without, law }) => {
      expect(await firstBroken({ ...allDefences, ...without }, law)).toMatch(law)
    },
    600_000,
  )
})
