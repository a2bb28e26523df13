import { usualHabits, type Habits } from '../../../src/sync/habits.ts'
import type { EntryCrypto } from '../../../src/sync/entry-crypto.ts'
import { journalChecks, type Checks } from '../../../src/sync/judge.ts'
import { limits, type Limits } from '../../../src/sync/limits.ts'
import type { Members } from '../../../src/sync/members-port.ts'
import type { DeviceId } from '../../../src/workspace/journal-port.ts'

/** What honest devices defend themselves with. A test takes one thing out and sees what it was for. */
export type Defences = Readonly<{
  checks: Checks
  habits: Habits
  limits: Limits
  crypto: (eyes: EntryCrypto) => EntryCrypto
  members: (members: Members, own: DeviceId) => Members
}>

export const allDefences: Defences = {
  checks: journalChecks,
  habits: usualHabits,
  limits,
  crypto: eyes => eyes,
  members: members => members,
}
