import type { DeviceId } from '../workspace/journal-port.ts'
import type { PeerKnowledge } from './peer-knowledge.ts'
import type { Session } from './session.ts'

/** The links there are: at most one to each device. */
export class Sessions extends Set<Session> {
  of(device: DeviceId): Session | undefined {
    return [...this].find(({ peer }) => peer.device === device)
  }

  /** The devices that have the same membership log by now. */
  get ready(): readonly DeviceId[] {
    return [...this].flatMap(session => (session.isReady ? [session.peer.device] : []))
  }

  get knowledge(): ReadonlyMap<DeviceId, PeerKnowledge> {
    return new Map([...this].map(({ peer, knowledge }) => [peer.device, knowledge]))
  }
}
