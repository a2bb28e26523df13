import type { Bytes } from '../../../src/journal/bytes.ts'
import type { EntryHeader } from '../../../src/journal/header.ts'
import {
  beyondTheCut,
  onWhatWasCut,
  placeKey,
  type Chain,
  type DeviceId,
  type Ledger,
  type Refold,
  type SetAside,
} from '../../../src/workspace/journal-port.ts'

export type Row = Readonly<{
  device: DeviceId
  seq: number
  hash: Bytes
  bytes: Bytes
  header: EntryHeader
  counts: boolean
  update: Uint8Array
  clocks: ReadonlyMap<number, number>
  /** Place in the order of arrival. */
  order: number
}>

export type DocumentOnDisk = {
  readonly chains: Map<DeviceId, Chain>
  readonly rows: Map<DeviceId, Row[]>
  readonly ended: Map<DeviceId, number>
  /** What the document began with. */
  beginning:
    | Readonly<{
        state: Uint8Array
        entries: readonly Bytes[]
        seqs: Readonly<Record<DeviceId, number>>
        chains: ReadonlyMap<DeviceId, Chain>
      }>
    | undefined
  arrived: number
  /** How often it was folded otherwise. */
  folds: number
}

/** One run of the app: once it is dead, nothing it meant to do happens any more. */
export type Run = { isDead: boolean }

const never = new Promise<never>(() => undefined)

/** What is durable on one device. It outlives every run. */
export class MemoryDisk {
  readonly documents = new Map<string, DocumentOnDisk>()
  aside: SetAside[] = []
  /** Writes so far; at this one the run dies, and the write is not there. */
  writes = 0
  dieAt = Infinity
  onDeath: () => void = () => undefined
  /** How long a write takes. */
  wait: () => Promise<void> = () => Promise.resolve()
  isFull = false
  isUnreadable: () => boolean = () => false

  of(document: string): DocumentOnDisk {
    const known = this.documents.get(document)
    if (known) return known
    const made = { chains: new Map(), rows: new Map(), ended: new Map(), beginning: undefined, arrived: 0, folds: 0 }
    this.documents.set(document, made)
    return made
  }

  /** Nothing can be read from a disk that is gone. */
  read<Value>(value: () => Value): Value {
    if (this.isUnreadable()) throw new Error('The disk does not answer')
    return value()
  }

  ledger(document: string): Ledger {
    return this.documents.get(document) ?? { chains: new Map(), ended: new Map() }
  }

  /** One transaction: all of it or nothing. A run that dies hears nothing of it. */
  async commit<Value>(run: Run, write: () => Value): Promise<Value> {
    await this.wait()
    if (run.isDead) return never
    if (this.isFull) throw new DOMException('The disk is full', 'QuotaExceededError')
    this.writes++
    if (this.writes >= this.dieAt) {
      this.dieAt = Infinity
      run.isDead = true
      this.onDeath()
      return never
    }
    return write()
  }

  add(document: string, rows: readonly Omit<Row, 'order'>[], chains: ReadonlyMap<DeviceId, Chain>): void {
    const on = this.of(document)
    for (const row of rows) {
      const list = on.rows.get(row.device) ?? []
      on.rows.set(row.device, list)
      list.push({ ...row, order: on.arrived++ })
    }
    for (const [device, chain] of chains) on.chains.set(device, chain)
  }

  /** What does not count any more is set aside, and the rest stands as it has to. */
  refold(document: string, { out, counts, chains }: Refold, from: DeviceId): void {
    const on = this.of(document)
    const [gone, flags] = [new Set(out.map(placeKey)), new Map(counts.map(one => [placeKey(one), one.counts]))]
    for (const [device, rows] of on.rows) {
      for (const { seq, bytes } of rows.filter(row => gone.has(placeKey(row))))
        this.setAside({ document, device, seq, bytes, reason: beyondTheCut, from })
      const kept = rows.filter(row => !gone.has(placeKey(row)))
      on.rows.set(
        device,
        kept.map(row => ({ ...row, counts: flags.get(placeKey(row)) ?? row.counts })),
      )
    }
    const own = (on.rows.get(from) ?? []).filter(row => flags.get(placeKey(row)) === false)
    const again = new Set(counts.filter(one => one.counts && one.device === from).map(placeKey))
    this.aside = this.aside.filter(row => row.document !== document || !again.has(placeKey(row)))
    for (const { device, seq, bytes } of own)
      this.setAside({ document, device, seq, bytes, reason: onWhatWasCut, from })
    on.chains.clear()
    for (const [device, chain] of chains) on.chains.set(device, chain)
    on.folds++
  }

  /** What stands aside already stays. */
  setAside(row: SetAside): void {
    const isKnown = this.aside.some(one => placeKey(one) === placeKey(row) && one.document === row.document)
    if (!isKnown) this.aside.push(row)
  }

  /** Entries of one chain behind `seq`. */
  behind(document: string, device: DeviceId, seq: number): readonly Row[] {
    const rows = this.documents.get(document)?.rows.get(device) ?? []
    const first = rows[0]?.seq ?? 1
    return rows.slice(Math.max(0, seq + 1 - first))
  }

  at(document: string, device: DeviceId, seq: number): Row | undefined {
    const rows = this.documents.get(document)?.rows.get(device) ?? []
    return rows[seq - (rows[0]?.seq ?? 1)]
  }

  /** A backup of everything. Out: what puts it back. */
  backUp(): () => void {
    const copy = new Map(
      [...this.documents].map(([name, { chains, rows, ended, beginning, arrived, folds }]) => [
        name,
        {
          chains: new Map(chains),
          rows: new Map([...rows].map(([device, list]) => [device, [...list]])),
          ended: new Map(ended),
          beginning,
          arrived,
          folds,
        },
      ]),
    )
    const aside = [...this.aside]
    return () => {
      this.documents.clear()
      for (const [name, document] of copy) this.documents.set(name, document)
      this.aside = aside
    }
  }
}
