import type { Day } from '../domain/kernel/day.ts'
import type { DocumentName } from '../domain/kernel/record.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { StoreApi } from 'zustand/vanilla'
import type { Settled } from './journal-port.ts'
import type { LateEdit } from './late-edits.ts'

/** What a member may do in a document. */
export type MemberRole = 'reader' | 'writer' | 'admin'

export type DeviceView = Readonly<{
  /** In hexadecimal. */
  id: string
  isThis: boolean
  isLinked: boolean
  /** Undefined when this device has not been linked with it since the workspace was opened. */
  lastContact: Day | undefined
  /** Entries that are here and which it has not said to have; undefined when it has said nothing yet. */
  behind: number | undefined
}>

export type MemberView = Readonly<{
  person: string
  /** In the document that all members read. */
  role: MemberRole
  /** In the documents of teams, as far as there is any. */
  access: Readonly<Record<DocumentName, MemberRole>>
  devices: readonly DeviceView[]
}>

export type FirstSyncView = Readonly<{ document: DocumentName; done: number; of: number; isCancelled: boolean }>

/** Why an invitation or a joining ended; each has its sentence. */
export type PairingFailure =
  | 'noNetwork' // no address by which this device could be reached
  | 'noWay' // addresses on both sides, and no way between them
  | 'noConnections' // this browser has no peer connections, or they are switched off
  | 'ended' // the ten minutes are over
  | 'notConfirmed' // somebody said that the digits differ, or nobody said anything
  | 'notGenuine' // somebody stands between, or the other one is not who it should be
  | 'notAdmitted' // the membership log does not allow it
  | 'alreadyMember'
  | 'lost' // the line went dead in the middle

/** The team's folder. Times in milliseconds UTC, in this run. */
export type FolderView = Readonly<{
  name: string
  lastRead: number | undefined
  lastWritten: number | undefined
  failure: 'permissionLost' | 'folderGone' | 'folderReadOnly' | 'folderFull' | 'storeFailed' | undefined
}>

/** What came of a file that a colleague has sent. `notWhole`: what of it was whole is taken. */
export type FileTaken = 'whole' | 'notWhole'
export type FileTakenRefusal = Readonly<{ because: 'notALotseFile' | 'fileIsNewer' | 'anotherWorkspace' }>

/** How an invitation goes, as the inviting person sees it. `person` is whom it is for; undefined when known devices are to meet again. */
export type InvitingView =
  | Readonly<{ step: 'making'; person: string | undefined }>
  /** `ends`: milliseconds UTC. */
  | Readonly<{ step: 'open'; person: string | undefined; code: string; ends: number }>
  | Readonly<{ step: 'connecting'; person: string | undefined }>
  | Readonly<{ step: 'compare'; person: string | undefined; digits: string; label: string }>
  | Readonly<{ step: 'admitting'; person: string | undefined }>
  | Readonly<{ step: 'done'; person: string | undefined }>
  | Readonly<{ step: 'failed'; person: string | undefined; because: PairingFailure }>

/**
 * Entries of one device that were set aside, and about which nobody has decided. `late`: whole, but done by somebody whose access had ended by
 * what members say; `refused`: not as entries have to be; `fork`: the device has two histories, in this document or in the log.
 */
export type AsideView = Readonly<{
  what: 'late' | 'refused' | 'fork'
  document: DocumentName
  device: string
  /** Undefined where the log does not know the device. */
  person: string | undefined
  seqs: readonly number[]
  reason: string
}>

/** What is known of the other devices; plain data, the same in every tab. */
export type SyncView = Readonly<{
  members: readonly MemberView[]
  inviting: InvitingView | undefined
  folder: FolderView | undefined
  firstSyncs: readonly FirstSyncView[]
  /** How many documents this device may read of which nothing is here yet. */
  lacking: number
  /** This device was removed from the workspace. */
  isRemoved: boolean
  aside: readonly AsideView[]
  /** This device has two histories, because it was put back to an older state: it has to be admitted anew. */
  needsNewDevice: boolean
}>

/**
 * Whom to invite. Without `access` it is one more device of a person who is a member already; without a person, only devices that are
 * members already can answer: they meet again.
 */
export type Invite = Readonly<{
  person: string | undefined
  access: Readonly<{ role: MemberRole; documents: readonly DocumentName[] }> | undefined
  /** The device comes with the recovery sheet: nobody here need be allowed to let it in, and it will administer. */
  byRoot?: true
}>

export type ReplyRefusal = Readonly<{
  because:
    'codeIsDamaged' | 'codeIsInvitation' | 'codeIsNewer' | 'unknownInvitation' | 'invitationEnded' | 'invitationUsed'
}>
/** `mayNot`: this person's role does not reach so far. */
export type MemberRefusal = Readonly<{ because: 'mayNot' | 'nobodyWouldBeAdmin' | 'notSaved' }>

/** What people do about other devices. It is carried out by the tab that holds the connections, whichever tab asks. */
export type SyncWork = Readonly<{
  /** Makes an invitation; how it goes stands in the view. Another one that is open is taken back. */
  invite(wanted: Invite): Promise<void>
  /** The reply that the invited device shows, as pasted or scanned. */
  takeReply(text: string): Promise<Result<'taken', ReplyRefusal>>
  /** What the person says about the six digits. */
  decide(isRight: boolean): Promise<void>
  /** Ends the invitation, whatever its step; also takes away how it ended. */
  endInviting(): Promise<void>
  removeDevices(devices: readonly string[]): Promise<Result<'removed', MemberRefusal>>
  removePerson(person: string): Promise<Result<'removed', MemberRefusal>>
  /** Takes this device out, and waits a moment for the linked ones to hear of it. */
  leave(): Promise<Result<'removed', MemberRefusal>>
  /** Lets a member administer every document that the person here administers. */
  makeAdmin(person: string): Promise<Result<'admin', MemberRefusal>>
  /** Gives a member another access to one document, or takes it away. */
  setAccess(person: string, document: DocumentName, role: MemberRole | 'none'): Promise<Result<'set', MemberRefusal>>
  /** Another folder was chosen, or allowed again, or given up. */
  folderChanged(): Promise<void>
  /** All that this device may read, sealed for members alone, as a file to send. */
  packFile(): Promise<Blob>
  /** Remembers what was decided about entries that were set aside; undefined: they are open again. */
  settleAside(aside: Pick<AsideView, 'document' | 'device' | 'seqs'>, how: Settled | undefined): Promise<void>
  takeFile(file: Blob): Promise<Result<FileTaken, FileTakenRefusal>>
}>

/** The other devices of a workspace, as a screen sees them. The view is undefined until it is known. */
export type Sync = SyncWork &
  Readonly<{
    view: StoreApi<SyncView | undefined>
    /** Whether this browser can write into folders at all. */
    canFolder: boolean
    /** Only in a click. False: the person has thought better of it. */
    chooseFolder(): Promise<boolean>
    /** Only in a click: asks the browser for permission again. */
    renewFolder(): Promise<boolean>
    forgetFolder(): Promise<void>
    /** What lies in the late entries that are open, as far as it would change something now. */
    lateEdits(): Promise<readonly LateEdit[]>
  }>

/**
 * Why a code cannot be used here. `sheetOfAnother`: it is of another workspace than the recovery sheet that lies open; `deviceIsHere`: the
 * sheet brings in new devices, and this one is a member already.
 */
export type CodeSaid = ReplyRefusal['because'] | 'sheetOfAnother' | 'deviceIsHere'

export type SheetRefusal = Readonly<{ because: 'sheetIsMisread' | 'sheetIsNewer' | 'passphraseIsWrong' }>

/** How a joining goes, as the invited person sees it. */
export type JoiningView =
  | Readonly<{ step: 'reading' }>
  /** The code cannot be used. */
  | Readonly<{ step: 'refused'; because: CodeSaid }>
  /** A recovery sheet lies open and waits for the invitation of a member; `because`: why the last one could not be used. */
  | Readonly<{ step: 'sheet'; because: CodeSaid | undefined }>
  /** It was a reply: the tab that waits for it has it, or there is none. */
  | Readonly<{ step: 'handed' }>
  | Readonly<{ step: 'notHanded' }>
  /** `isMember`: this device belongs to the workspace already, and will only be linked. */
  | Readonly<{ step: 'asked'; isMember: boolean }>
  | Readonly<{ step: 'answering' }>
  /** The reply to hand back. */
  | Readonly<{ step: 'reply'; code: string; ends: number }>
  | Readonly<{ step: 'compare'; digits: string; label: string }>
  | Readonly<{ step: 'entering' }>
  /** Counted in entries; `of` may still grow, and is 0 until it is known. */
  | Readonly<{ step: 'fetching'; workspace: string; done: number; of: number }>
  | Readonly<{ step: 'done'; workspace: string }>
  | Readonly<{ step: 'failed'; because: PairingFailure }>

/** Joining a workspace by invitation. It outlives screens and the change of the workspace. */
export type Joining = Readonly<{
  view: StoreApi<JoiningView | undefined>
  /** In: the code or link, as opened, pasted or scanned. A reply is given to the tab that waits for it. */
  begin(code: string): Promise<void>
  /** Says yes. `label`: how this device is to be called. */
  answer(label: string): Promise<void>
  giveUp(): void
  /** Opens a recovery sheet; it stays open in this page until it is used or put away. In: its text as typed, scanned or in its file. */
  openSheet(text: string, passphrase: string): Promise<Result<'open', SheetRefusal>>
  putSheetAway(): void
}>
