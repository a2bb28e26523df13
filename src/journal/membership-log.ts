import { fromHex, toHex, type Bytes } from './bytes.ts'
import { frontierOf, tipsAmong } from './frontier.ts'
import {
  checkCandidate,
  readCandidate,
  type Candidate,
  type LogEntry,
  type LogRefusal,
  type Surroundings,
} from './membership-entry.ts'
import type { SealedEntry } from './seal.ts'

/**
 * The membership log as far as it is here. Maps are keyed by entry hash or device id in hexadecimal. An entry is `held` until what it
 * goes on from, and its device, are known. Two entries of one device for one place stand beside each other: whoever has built on one
 * of them must not lose it because the other turns up.
 */
export type MembershipLog = Readonly<{
  workspace: Bytes
  entries: ReadonlyMap<string, LogEntry>
  held: ReadonlyMap<string, Candidate>
  verifyKeys: ReadonlyMap<string, CryptoKey>
}>

/** What became of entries: `taken` have their place (some may have been held before), `refused` are final. Whatever else is held or known. */
export type Extension = Readonly<{
  log: MembershipLog
  taken: readonly SealedEntry[]
  refused: readonly Readonly<{ bytes: Uint8Array; refusal: LogRefusal }>[]
}>

export const emptyLog = (workspace: Bytes): MembershipLog => ({
  workspace,
  entries: new Map(),
  held: new Map(),
  verifyKeys: new Map(),
})

/** A log while entries are put into it. */
class Growth {
  readonly entries: Map<string, LogEntry>
  readonly keys: Map<string, CryptoKey>
  readonly taken: Candidate[] = []
  readonly refused: { bytes: Uint8Array; refusal: LogRefusal }[] = []
  private readonly workspace: Bytes
  /** Who waits, by the hash or device that is missing. */
  private readonly waiting = new Map<string, Candidate[]>()

  constructor({ workspace, entries, verifyKeys }: MembershipLog) {
    this.workspace = workspace
    this.entries = new Map(entries)
    this.keys = new Map(verifyKeys)
  }

  async place(candidates: readonly Candidate[]): Promise<void> {
    const queue = [...candidates]
    for (const candidate of queue) queue.push(...(await this.placeOne(candidate)))
  }

  held(): ReadonlyMap<string, Candidate> {
    return new Map([...this.waiting.values()].flat().map(candidate => [candidate.key, candidate]))
  }

  /** Out: whose turn it is now. */
  private async placeOne(candidate: Candidate): Promise<readonly Candidate[]> {
    const hashes = candidate.parents.map(({ hash }) => toHex(hash))
    const missing = hashes.find(hash => !this.entries.has(hash))
    if (missing) return this.wait(missing, candidate)
    if (!this.goesOn(candidate)) return this.refuse(candidate, { because: 'membership is malformed' })
    const checked = await checkCandidate(candidate, this.around(hashes))
    if (!checked.ok) {
      const { refusal } = checked
      return refusal.because === 'device is unknown'
        ? this.wait(toHex(refusal.device), candidate)
        : this.refuse(candidate, refusal)
    }
    const { entry, keys } = checked.value
    this.entries.set(entry.hash, entry)
    this.taken.push(candidate)
    for (const [id, key] of keys) this.keys.set(id, key)
    return [entry.hash, ...keys.map(([id]) => id)].flatMap(cause => this.released(cause))
  }

  private around(parents: readonly string[]): Surroundings {
    const depths = parents.map(hash => Number(this.entries.get(hash)?.depth))
    const frontier = frontierOf(tipsAmong(this.entries, parents).map(fromHex))
    return { workspace: this.workspace, keys: this.keys, frontier, depth: Math.max(0, ...depths) + 1 }
  }

  /** A reference names device, place and hash: all three have to be those of one entry. */
  private goesOn({ parents }: Candidate): boolean {
    return parents.every(({ device, seq, hash }) => {
      const found = this.entries.get(toHex(hash))
      return found?.device === toHex(device) && found.ref.seq === seq
    })
  }

  private wait(cause: string, candidate: Candidate): readonly Candidate[] {
    this.waiting.set(cause, [...(this.waiting.get(cause) ?? []), candidate])
    return []
  }

  private released(cause: string): readonly Candidate[] {
    const released = this.waiting.get(cause) ?? []
    this.waiting.delete(cause)
    return released
  }

  private refuse({ bytes }: Candidate, refusal: LogRefusal): readonly Candidate[] {
    this.refused.push({ bytes, refusal })
    return []
  }
}

/**
 * Puts entries into the log. In: the log so far and entries as bytes, in any order; the same set gives the same log. Out: the log with
 * them, and which were taken or refused. Who offers is bound by quotas elsewhere: the number of held entries is not capped here.
 */
export const extendLog = async (log: MembershipLog, offered: readonly Uint8Array[]): Promise<Extension> => {
  const growth = new Growth(log)
  const fresh = new Map<string, Candidate>(log.held)
  for (const bytes of offered) {
    const candidate = await readCandidate(log.workspace, bytes)
    if (!candidate.ok) growth.refused.push({ bytes, refusal: candidate.refusal })
    else if (!log.entries.has(candidate.value.key)) fresh.set(candidate.value.key, candidate.value)
  }
  await growth.place([...fresh.values()])
  const { entries, keys, taken, refused } = growth
  return { log: { ...log, entries, held: growth.held(), verifyKeys: keys }, taken, refused }
}
