import { expect, test } from 'vitest'
import { dueSnapshots } from '../../src/app/keep-snapshots.ts'

const at = (day: number, hour: number) => Date.UTC(2026, 10, day, hour)

test.each([
  ['nothing was written here yet', at(20, 9), 0, { hourly: 0, daily: 0 }, []],
  ['the first morning', at(20, 9), at(20, 8), { hourly: 0, daily: 0 }, ['daily', 'hourly']],
  ['half an hour later', at(20, 9) + 30 * 60_000, at(20, 9) + 1, { hourly: at(20, 9), daily: at(20, 9) }, []],
  ['an hour later, with edits', at(20, 10), at(20, 10) - 1, { hourly: at(20, 9), daily: at(20, 9) }, ['hourly']],
  ['an hour later, without edits', at(20, 10), at(20, 8), { hourly: at(20, 9), daily: at(20, 9) }, []],
  ['the next day', at(21, 8), at(21, 8) - 1, { hourly: at(20, 16), daily: at(20, 9) }, ['daily', 'hourly']],
])('%s', (_scene, now, changedAt, newest, due) => {
  expect(dueSnapshots({ now, changedAt, newest })).toEqual(due)
})
