import type { PairingFailure, ReplyRefusal } from '../workspace/sync-port.ts'
import type { ChannelRefusal } from './carriers/data-channel.ts'
import type { CodeRefusal } from './code.ts'
import type { DoorRefusal } from './door-refusal.ts'
import type { InvitationRefusal } from './invitation.ts'
import type { ReplyRefusal as UnusableReply } from './invitation-book.ts'

/** What people are told when no channel opened. */
export const failureOfChannel = ({ because }: ChannelRefusal): PairingFailure => {
  if (because === 'no network') return 'noNetwork'
  if (because === 'no peer connections') return 'noConnections'
  return because === 'given up' ? 'lost' : 'noWay'
}

const ofDoor: Partial<Record<string, PairingFailure>> = {
  'not confirmed': 'notConfirmed',
  'not admitted': 'notAdmitted',
  'device is the same': 'alreadyMember',
  'device is removed': 'notAdmitted',
  silence: 'lost',
  'link ended': 'lost',
}

/** What people are told when the two devices did not come to terms. */
export const failureOfDoor = ({ because }: DoorRefusal): PairingFailure => ofDoor[because] ?? 'notGenuine'

/** What people are told of a code that cannot be used. */
export const sentenceOfCode = (refusal: CodeRefusal | InvitationRefusal | UnusableReply): ReplyRefusal['because'] => {
  switch (refusal.because) {
    case 'code is damaged':
      return 'codeIsDamaged'
    case 'code is of another kind':
      return 'codeIsInvitation'
    case 'code is newer':
      return 'codeIsNewer'
    case 'invitation has ended':
    case 'invitation was taken back':
      return 'invitationEnded'
    case 'invitation is used':
      return 'invitationUsed'
    case 'reply is to an unknown invitation':
      return 'unknownInvitation'
  }
}
