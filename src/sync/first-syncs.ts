import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { DeviceId } from '../workspace/journal-port.ts'

/** Fewer entries than this are fetched one by one: a checkpoint has to be made, vouched for and believed. */
export const worthCheckpoint = 512

type Attempt = { readonly peer: DeviceId; parts: readonly Bytes[]; until: number }
type FirstSync = { readonly tried: Set<DeviceId>; attempt: Attempt | undefined; isCancelled: boolean }

/** Documents of which nothing was here when a colleague first told of them, until everything is. */
export class FirstSyncs {
  private readonly syncs = new Map<DocumentName, FirstSync>()

  begin(document: DocumentName): void {
    if (!this.syncs.has(document))
      this.syncs.set(document, { tried: new Set(), attempt: undefined, isCancelled: false })
  }

  /** It has arrived. */
  end(document: DocumentName): void {
    if (!this.isCancelled(document)) this.syncs.delete(document)
  }

  get documents(): readonly DocumentName[] {
    return [...this.syncs.keys()]
  }

  isCancelled(document: DocumentName): boolean {
    return this.syncs.get(document)?.isCancelled ?? false
  }

  /** Nothing more of it is asked for; what has come stays. */
  cancel(document: DocumentName): void {
    this.begin(document)
    const sync = this.syncs.get(document)
    if (!sync) return
    sync.isCancelled = true
    sync.attempt = undefined
  }

  resume(document: DocumentName): void {
    const sync = this.syncs.get(document)
    if (sync) sync.isCancelled = false
  }

  /** A checkpoint is on its way. */
  isAsking(document: DocumentName): boolean {
    return this.syncs.get(document)?.attempt !== undefined
  }

  /** Who may be asked for a checkpoint next; undefined when all were. */
  next(document: DocumentName, peers: readonly DeviceId[]): DeviceId | undefined {
    return peers.find(peer => !this.syncs.get(document)?.tried.has(peer))
  }

  ask(document: DocumentName, peer: DeviceId, until: number): void {
    const sync = this.syncs.get(document)
    if (!sync) return
    sync.tried.add(peer)
    sync.attempt = { peer, parts: [], until }
  }

  /** Parts have come of whoever was asked. Out: all of them so far; refuses what nobody asked for, and an answer without parts. */
  add(
    document: DocumentName,
    peer: DeviceId,
    parts: readonly Bytes[],
    until: number,
  ): Result<readonly Bytes[], 'unasked' | 'none'> {
    const attempt = this.syncs.get(document)?.attempt
    if (attempt?.peer !== peer) return refuse('unasked')
    if (parts.length === 0) return refuse('none')
    attempt.parts = [...attempt.parts, ...parts]
    attempt.until = until
    return ok(attempt.parts)
  }

  /** The attempt is over, however it went. */
  settle(document: DocumentName): void {
    const sync = this.syncs.get(document)
    if (sync) sync.attempt = undefined
  }

  /** Attempts that nobody answers any more. */
  expire(now: number): readonly DocumentName[] {
    const late = [...this.syncs]
      .filter(([, { attempt }]) => attempt && attempt.until <= now)
      .map(([document]) => document)
    for (const document of late) this.settle(document)
    return late
  }

  drop(peer: DeviceId): readonly DocumentName[] {
    const gone = [...this.syncs].filter(([, { attempt }]) => attempt?.peer === peer).map(([document]) => document)
    for (const document of gone) this.settle(document)
    return gone
  }
}
