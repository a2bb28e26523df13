import type { MemberRole, SyncView } from '../../workspace/sync-port.ts'

/** What a person may do in the document that all members read; undefined for who is no member. */
export const roleOf = ({ members }: SyncView, person: string): MemberRole | undefined =>
  members.find(member => member.person === person)?.role
