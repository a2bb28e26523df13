import type { DocumentName } from '../domain/kernel/record.ts'
import { toHex } from '../journal/bytes.ts'
import type { DeviceId } from '../workspace/journal-port.ts'
import type { ClaimConflict, Fork, RefusedEntry, SyncStatus } from './sync-status.ts'
import { isStrike, type Outcome } from './verdict.ts'

/** So many of a kind are kept for the screen; the journal keeps the entries themselves. */
const mostKept = 100

/** What entries have shown about the devices that wrote them. */
export class Incidents {
  private readonly refusals = new Map<string, RefusedEntry>()
  private readonly forked = new Map<string, Fork>()
  private readonly claims = new Map<string, ClaimConflict>()

  get all(): Pick<SyncStatus, 'refused' | 'forks' | 'conflicts'> {
    return {
      refused: [...this.refusals.values()],
      forks: [...this.forked.values()],
      conflicts: [...this.claims.values()],
    }
  }

  /** Out: how many of the outcomes count against whoever brought them. */
  note(document: DocumentName, from: DeviceId, outcomes: readonly Outcome[]): number {
    for (const { verdict, entry } of outcomes) {
      if (!entry) continue
      const place = { document, device: toHex(entry.header.device), seq: entry.header.seq }
      const key = `${document}/${place.device}/${place.seq}`
      if (verdict.outcome === 'taken') this.claims.delete(key)
      if (verdict.outcome === 'fork') this.noteFork({ ...place, ...verdict })
      if (verdict.outcome === 'refused' && verdict.refusal.because !== 'chain has ended')
        keep(this.refusals, key, { ...place, because: verdict.refusal.because, from })
      const isConflict =
        verdict.outcome === 'held' &&
        verdict.wait.for === 'membership' &&
        verdict.wait.because === 'client belongs to another device'
      if (isConflict) keep(this.claims, key, place)
    }
    return outcomes.filter(({ verdict }) => isStrike(verdict)).length
  }

  /** Two histories part at the first place that differs: each proof for an earlier one says more. */
  private noteFork(fork: Fork): void {
    const key = `${fork.document}/${fork.device}`
    const known = this.forked.get(key)
    if (!known || fork.seq < known.seq) {
      this.forked.delete(key)
      keep(this.forked, key, fork)
    }
  }
}

const keep = <Value>(values: Map<string, Value>, key: string, value: Value): void => {
  if (!values.has(key) && values.size < mostKept) values.set(key, value)
}
