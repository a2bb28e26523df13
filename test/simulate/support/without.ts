import { ok } from '../../../src/domain/kernel/result.ts'
import { guardUpdate } from '../../../src/journal/guard.ts'
import { usualHabits } from '../../../src/sync/habits.ts'
import { journalChecks } from '../../../src/sync/judge.ts'
import type { Defences } from './defences.ts'

/** A defence, what takes it away, and the law that is broken without it: with this seed. */
export type Row = Readonly<{ name: string; without: Partial<Defences>; law: RegExp; seed: number }>

const checks = (change: Partial<Defences['checks']>): Partial<Defences> => ({ checks: { ...journalChecks, ...change } })
const members = (change: Defences['members']): Partial<Defences> => ({ members: change })

export const rows: readonly Row[] = [
  {
    name: 'the signature is checked',
    without: { crypto: eyes => ({ ...eyes, isGenuine: async parts => (await eyes.isGenuine(parts)) !== undefined }) },
    law: /only what its writer has signed/,
    seed: 2,
  },
  {
    name: 'a chain goes on where it was',
    without: checks({ continueChain: (_, { header, hash }) => ok({ device: header.device, seq: header.seq, hash }) }),
    law: /a chain goes on where it was/,
    seed: 5,
  },
  {
    name: 'no entry is taken before its causes',
    without: checks({ missingDeps: () => [] }),
    law: /nothing stands before its causes/,
    seed: 3,
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
    seed: 9,
  },
  {
    name: 'a document is given only to those who may read it',
    without: members((all, own) => ({
      ...all,
      mayRead: (device, document) => device !== own || all.mayRead(own, document),
    })),
    law: /who may not read gets nothing/,
    seed: 2,
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
    seed: 1,
  },
  {
    name: 'what members have cut is taken out',
    without: members(all => ({
      ...all,
      cut: () => undefined,
      mayWrite: place => {
        const answer = all.mayWrite(place)
        return answer === 'beyond the cut' ? 'yes' : answer
      },
    })),
    law: /nothing beyond a cut stands/,
    seed: 10,
  },
  {
    name: 'what is lost on the way is looked for again',
    without: { habits: { ...usualHabits, haveEvery: Infinity, haveSpread: 0 } },
    law: /all come to the same/,
    seed: 37,
  },
]
