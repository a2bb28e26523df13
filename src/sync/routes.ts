import type { DeviceId } from '../workspace/journal-port.ts'

/** Which devices can be reached through which neighbours, as those have said. */
export class Routes {
  private readonly own: DeviceId
  private readonly behind = new Map<DeviceId, Set<DeviceId>>()

  constructor(own: DeviceId) {
    this.own = own
  }

  /** A neighbour says with whom it is linked now, and with whom no longer. */
  hear(neighbour: DeviceId, joined: readonly DeviceId[], left: readonly DeviceId[]): void {
    const known = this.behind.get(neighbour) ?? new Set()
    for (const device of joined) if (device !== this.own) known.add(device)
    for (const device of left) known.delete(device)
    this.behind.set(neighbour, known)
  }

  /** A neighbour is gone, and with it the ways through it. */
  lose(neighbour: DeviceId): void {
    this.behind.delete(neighbour)
  }

  get known(): ReadonlySet<DeviceId> {
    return new Set([...this.behind.values()].flatMap(devices => [...devices]))
  }

  /** The neighbours behind which a device stands. */
  to(device: DeviceId): readonly DeviceId[] {
    return [...this.behind].flatMap(([neighbour, devices]) => (devices.has(device) ? [neighbour] : []))
  }
}
