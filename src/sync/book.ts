import type { Bytes } from '../journal/bytes.ts'
import type { ClientClaims } from '../journal/client-claims.ts'
import { chainBehind, freely } from '../workspace/chain-behind.ts'
import { toHex } from '../journal/bytes.ts'
import {
  placeKey,
  type AdmittedEntry,
  type Chain,
  type DeviceId,
  type Ledger,
  type Place,
} from '../workspace/journal-port.ts'

const noClocks: ReadonlyMap<number, number> = new Map()

/** What is known of a document while a batch of its entries is judged: the journal's chains, and behind them what was taken just now. */
export class Book {
  /** Chains that have moved. */
  readonly moved = new Map<DeviceId, Chain>()
  readonly taken: AdmittedEntry[] = []
  /** Clocks over all chains, of what counts. */
  readonly clocks = new Map<number, number>()
  claims: ClientClaims
  private readonly ledger: Ledger
  private readonly ended: Map<DeviceId, number>
  private readonly hashes = new Map<string, Bytes>()

  constructor(ledger: Ledger) {
    this.ledger = ledger
    this.ended = new Map(ledger.ended)
    const claims = new Map<number, Bytes>()
    for (const { head, clocks, written } of ledger.chains.values()) {
      for (const client of written.keys()) claims.set(client, head.device)
      for (const [client, clock] of clocks) this.clocks.set(client, clock)
    }
    this.claims = claims
  }

  chain(device: DeviceId): Chain | undefined {
    return this.moved.get(device) ?? this.ledger.chains.get(device)
  }

  /** The place from which on nothing of a chain is taken. */
  endOf(device: DeviceId): number {
    return this.ended.get(device) ?? Infinity
  }

  end({ device, seq }: Place): void {
    this.ended.set(device, Math.min(seq, this.endOf(device)))
  }

  /** Hashes read from the journal. */
  know(hashes: ReadonlyMap<string, Bytes>): void {
    for (const [key, hash] of hashes) this.hashes.set(key, hash)
  }

  hashAt(device: DeviceId, seq: number): Bytes | undefined {
    const head = this.chain(device)?.head
    return head?.seq === seq ? head.hash : this.hashes.get(placeKey({ device, seq }))
  }

  /** Is the place behind a checkpoint, where only its heads are known? */
  isBeforeBeginning(device: DeviceId, seq: number): boolean {
    return seq < (this.chain(device)?.first ?? 1)
  }

  /** What this device's next update continues: its own clocks as its chain says them, others' as far as they count. */
  clocksFor(device: DeviceId): ReadonlyMap<number, number> {
    const written = this.chain(device)?.written ?? noClocks
    return this.hasGaps(device) ? new Map([...this.clocks, ...written]) : this.clocks
  }

  /** Its own clocks alone, with everything of others taken to be here. */
  ownClocks(device: DeviceId, clients: readonly number[]): ReadonlyMap<number, number> {
    return freely(this.chain(device)?.written, clients)
  }

  /** Whether entries of this chain do not count. */
  hasGaps(device: DeviceId): boolean {
    const chain = this.chain(device)
    return chain !== undefined && chain.written !== chain.clocks
  }

  /** Takes an entry that has passed every check, and which is the next of its chain. */
  take(entry: AdmittedEntry): void {
    const { header, hash, counts, clocks: after } = entry
    const device = toHex(header.device)
    const chain = this.chain(device)
    // Once it is the head no more it would have to be looked up again.
    if (chain) this.hashes.set(placeKey({ device, seq: chain.head.seq }), chain.head.hash)
    if (counts) for (const [client, clock] of after) this.clocks.set(client, clock)
    this.moved.set(device, chainBehind(chain, entry))
    this.hashes.set(placeKey({ device, seq: header.seq }), hash)
    this.taken.push(entry)
  }
}
