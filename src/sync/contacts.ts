import { officeDay } from '../domain/calendar/office-day.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { DeviceId, Ledger } from '../workspace/journal-port.ts'
import type { PeerKnowledge } from './peer-knowledge.ts'
import type { PeerStatus } from './sync-status.ts'

type Contact = { readonly person: string; at: number; knowledge?: PeerKnowledge }
type Ledgers = ReadonlyMap<DocumentName, Ledger>

/** The devices this one has been linked with, in this run. */
export class Contacts {
  private readonly contacts = new Map<DeviceId, Contact>()

  /** In: milliseconds UTC. */
  meet(device: DeviceId, person: string, now: number): void {
    this.contacts.set(device, { person, at: now })
  }

  hear(device: DeviceId, now: number): void {
    const contact = this.contacts.get(device)
    if (contact) contact.at = now
  }

  all(linked: ReadonlyMap<DeviceId, PeerKnowledge>, ledgers: Ledgers): readonly PeerStatus[] {
    return [...this.contacts].map(([device, contact]) => {
      const now = linked.get(device)
      // What it had when it was last heard of it still has.
      if (now?.hasSpoken) contact.knowledge = now
      const { person, at, knowledge } = contact
      const counts = knowledge ? countsOf(knowledge, ledgers) : { missing: 0, behind: undefined }
      return { device, person, isLinked: now !== undefined, lastContact: officeDay(at), ...counts }
    })
  }
}

/** Entries one side has and the other has not, over the documents the other side has spoken of. */
const countsOf = (knowledge: PeerKnowledge, ledgers: Ledgers) => {
  let [missing, behind] = [0, 0]
  for (const document of knowledge.names) {
    const [theirs, ours] = [knowledge.chains(document), ledgers.get(document)?.chains]
    for (const device of new Set([...theirs.keys(), ...(ours?.keys() ?? [])])) {
      const ahead = (theirs.get(device)?.seq ?? 0) - (ours?.get(device)?.head.seq ?? 0)
      missing += Math.max(0, ahead)
      behind += Math.max(0, -ahead)
    }
  }
  return { missing, behind }
}
