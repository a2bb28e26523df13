import type { DocumentName } from '../domain/kernel/record.ts'
import type { DeviceId, Place, Span } from '../workspace/journal-port.ts'

/** Entries asked of one device. `until`: when it is asked of another; moved on by everything that comes of it. */
export type Asked = Readonly<{ span: Span; peer: DeviceId; until: number }>

/** What is on its way: nothing is asked for twice, and what does not come is asked of somebody else. */
export class Asking {
  private asked: readonly Asked[] = []
  private readonly fruitless = new Map<DeviceId, number>()

  add(peer: DeviceId, spans: readonly Span[], until: number): void {
    this.asked = [...this.asked, ...spans.map(span => ({ span, peer, until }))]
  }

  of(document: DocumentName): readonly Asked[] {
    return this.asked.filter(({ span }) => span.document === document)
  }

  /** Whether this entry was asked of this device. */
  isAsked(peer: DeviceId, document: DocumentName, { device, seq }: Place): boolean {
    return this.asked.some(({ span, peer: asked }) => asked === peer && isWithin(span, document, device, seq))
  }

  /** Entries that are on their way from a device. */
  load(peer: DeviceId): number {
    return this.asked.reduce((sum, one) => sum + (one.peer === peer ? one.span.to - one.span.from + 1 : 0), 0)
  }

  /** How often a device has not answered since it last did. */
  failures(peer: DeviceId): number {
    return this.fruitless.get(peer) ?? 0
  }

  /** An entry has come; answers come in order, so what was asked before it in its span has come or will not. */
  arrived(peer: DeviceId, document: DocumentName, { device, seq }: Place, until: number): void {
    this.fruitless.delete(peer)
    this.asked = this.asked.flatMap(one => {
      if (one.peer !== peer || !isWithin(one.span, document, device, seq)) return [one]
      return seq < one.span.to ? [{ ...one, span: { ...one.span, from: seq + 1 }, until }] : []
    })
  }

  /** Takes out what has not come in time. Out: the documents concerned. */
  expire(now: number): readonly DocumentName[] {
    const late = this.asked.filter(({ until }) => until <= now)
    if (late.length === 0) return []
    for (const peer of new Set(late.map(one => one.peer))) this.fruitless.set(peer, this.failures(peer) + 1)
    this.asked = this.asked.filter(({ until }) => until > now)
    return [...new Set(late.map(({ span }) => span.document))]
  }

  /** Its link is gone. Out: the documents of which it owed something. */
  drop(peer: DeviceId): readonly DocumentName[] {
    const owed = this.asked.filter(one => one.peer === peer)
    this.asked = this.asked.filter(one => one.peer !== peer)
    return [...new Set(owed.map(({ span }) => span.document))]
  }

  /** Nothing more of a document is waited for. */
  forget(document: DocumentName): void {
    this.asked = this.asked.filter(({ span }) => span.document !== document)
  }

  /** When the next of them is due. */
  get next(): number | undefined {
    return this.asked.length === 0 ? undefined : Math.min(...this.asked.map(({ until }) => until))
  }
}

const isWithin = (span: Span, document: DocumentName, device: DeviceId, seq: number): boolean =>
  span.document === document && span.device === device && seq >= span.from && seq <= span.to
