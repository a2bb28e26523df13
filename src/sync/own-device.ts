import type { Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { DeviceKeys } from '../journal/keys.ts'
import type { Membership } from '../journal/membership.ts'
import type { Maker, WriteRefusal } from '../journal/write-acts.ts'
import type { DeviceId } from '../workspace/journal-port.ts'
import type { MembershipHere } from './members-of.ts'

/** This device as a member of its workspace. */
export type OwnDevice = MembershipHere &
  Readonly<{
    device: DeviceId
    /** The person who works here. */
    actor: string
    keys: DeviceKeys
    /** The membership log as it lies here, in any order: what a new device is told. Rejects when storage refuses. */
    log(): Promise<readonly Bytes[]>
    /** Says something in the membership log, durably, or nothing of it. Rejects when storage refuses. */
    change(makers: readonly Maker[]): Promise<Result<Membership, WriteRefusal>>
  }>
