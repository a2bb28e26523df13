import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { nextStamp, type Stamp } from '../domain/kernel/stamp.ts'
import type { DeviceKeys } from './keys.ts'
import { encodeAct, type MembershipAct } from './membership-act.ts'
import { membershipDraft } from './membership-draft.ts'
import type { LogRefusal } from './membership-entry.ts'
import { extendLog, type MembershipLog } from './membership-log.ts'
import { whyNotCounting } from './membership-standing.ts'
import { foldFounded, foldLog, type Membership } from './membership.ts'
import type { KeyRefusal } from './refusal.ts'
import { sealEntry, type SealedEntry } from './seal.ts'

export type WriteRefusal = LogRefusal | KeyRefusal

/** What a device means to say, given what holds at that moment. */
export type Maker = (membership: Membership) => Promise<Result<readonly MembershipAct[], WriteRefusal>>

/** Own entries, sealed and chained, and the log with them. */
export type WrittenActs = Readonly<{ log: MembershipLog; membership: Membership; sealed: readonly SealedEntry[] }>

type Writing = Readonly<{ own: Pick<DeviceKeys, 'id' | 'signing'>; now: number }>

const newestStamp = ({ entries }: MembershipLog): Stamp =>
  Math.max(0, ...[...entries.values()].map(({ stamp }) => stamp))

const writeOne = async (
  { log, membership, sealed }: WrittenActs,
  act: MembershipAct,
  { own, now }: Writing,
): Promise<Result<WrittenActs, WriteRefusal>> => {
  const draft = membershipDraft(log.workspace, membership, own.id, nextStamp(newestStamp(log), now))
  const entry = await sealEntry(draft, encodeAct(act), { signing: own.signing.privateKey, epoch: null })
  if (!entry.ok) return entry
  const { log: next, refused } = await extendLog(log, [entry.value.bytes])
  const [malformed] = refused
  if (malformed) return refuse(malformed.refusal)
  const after = foldFounded(next)
  const refusal = whyNotCounting(after, entry.value.hash)
  return refusal ? refuse(refusal) : ok({ log: next, membership: after, sealed: [...sealed, entry.value] })
}

/**
 * Writes own acts behind a log, one maker after the other, each seeing what those before it have said. `now`: milliseconds UTC. Out: the
 * entries, not stored yet. Refuses all when one would not count: nothing is written that others would pass over.
 */
export const writeActs = async (
  log: MembershipLog,
  own: Writing['own'],
  makers: readonly Maker[],
  now: number,
): Promise<Result<WrittenActs, WriteRefusal>> => {
  const membership = foldLog(log)
  if (!membership.ok) return membership
  let written: WrittenActs = { log, membership: membership.value, sealed: [] }
  for (const make of makers) {
    const acts = await make(written.membership)
    if (!acts.ok) return acts
    for (const act of acts.value) {
      const next = await writeOne(written, act, { own, now })
      if (!next.ok) return next
      written = next.value
    }
  }
  return ok(written)
}
