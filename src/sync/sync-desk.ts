import type { DocumentName } from '../domain/kernel/record.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { toHex, type Bytes } from '../journal/bytes.ts'
import type { DocumentCut } from '../journal/cut.ts'
import type { Journal, Settled } from '../workspace/journal-port.ts'
import type { Heads } from '../workspace/ports.ts'
import type {
  FileTaken,
  FileTakenRefusal,
  Invite,
  MemberRefusal,
  MemberRole,
  ReplyRefusal,
  SyncView,
  SyncWork,
} from '../workspace/sync-port.ts'
import { Administering } from './administering.ts'
import type { answerChannel, offerChannel } from './carriers/data-channel.ts'
import type { Clock } from './clock-port.ts'
import { entryCrypto } from './entry-crypto.ts'
import type { OpenLink } from './handshake.ts'
import { Inviting } from './inviting.ts'
import { FolderSync, type Folder } from './folder-sync.ts'
import type { CloseReason } from './link.ts'
import { Meeting } from './meeting.ts'
import { membersOf } from './members-of.ts'
import type { OwnDevice } from './own-device.ts'
import type { LotseFileParts } from './store/lotse-file.ts'
import { segmentKeysOf, type SegmentKeys } from './store/segment-keys.ts'
import type { Members } from './members-port.ts'
import { Replicator } from './replicator.ts'
import { viewOf } from './sync-view.ts'

export type SyncDeskParts = Readonly<{
  own: OwnDevice
  journal(use: Readonly<{ mayVouch: (document: DocumentName) => boolean }>): Journal
  clock: Clock
  offer: typeof offerChannel
  answer: typeof answerChannel
  /** What other devices are told of who is here: a name that people know. */
  label(): string
  /** Entries of others are in the journal. */
  onTaken(document: DocumentName, heads: Heads): void
  /** What is open here of a document, or its copy, differs from the journal. */
  onStale(document: DocumentName): void
  /** How far devices' entries are accepted here, in every document: what a removal says. Ids in hexadecimal. */
  cuts(devices: readonly string[]): Promise<readonly DocumentCut[]>
  /** The team's folder, where one was chosen. */
  folder(): Promise<Folder | undefined>
  onView(view: SyncView): void
}>

/** What belongs together is told together, milliseconds. */
const viewAfter = 100

/** Where everything about other devices comes together: links, invitations, and what people decide about members. In one tab only. */
export class SyncDesk implements SyncWork {
  readonly replicator: Replicator
  /** Who wants to hear where others look. */
  onPresence: ((device: string, sealed: Bytes) => void) | undefined
  private readonly parts: SyncDeskParts
  private readonly journal: Journal
  private readonly inviting: Inviting
  private readonly administering: Administering
  private readonly meeting: Meeting
  private readonly keys: SegmentKeys
  private readonly members: Members
  private folder: FolderSync | undefined
  private stopView: (() => void) | undefined
  private readonly stopHearing: () => void
  private isClosed = false
  private isDenied = false

  constructor(parts: SyncDeskParts) {
    this.parts = parts
    const { own, clock } = parts
    const members = membersOf(own, clock.now)
    this.members = members
    this.keys = segmentKeysOf(own)
    this.journal = parts.journal({ mayVouch: document => members.mayVouch(own.device, document) })
    this.replicator = new Replicator({
      own: own.device,
      workspace: own.membership().workspace,
      members,
      journal: this.journal,
      crypto: entryCrypto(own.keyring),
      clock,
      onTaken: (document, heads) => {
        parts.onTaken(document, heads)
        this.folder?.saved()
      },
      onStale: parts.onStale,
      onMessage: ({ device }, message) => {
        if (message.type === 'presence') this.onPresence?.(device, message.sealed)
        else this.meeting.hear(device, message)
      },
    })
    this.administering = new Administering(parts)
    this.inviting = new Inviting({ ...parts, onOpen: open => this.attach(open), onChange: () => this.changed() })
    this.meeting = new Meeting({
      ...parts,
      linked: () => this.replicator.linked,
      say: (device, message) => this.replicator.say(device, message),
      leave: async (device, sealed) => (await this.folder?.send(device, sealed)) ?? false,
      onOpen: open => this.attach(open),
    })
    this.replicator.onChange(() => {
      this.meeting.linksChanged()
      this.changed()
    })
    this.stopHearing = own.onChange(() => this.membersChanged())
    this.membersChanged()
    void this.folderChanged().catch(() => undefined)
  }

  /** A device has proved who it is. */
  attach({ link, peer }: OpenLink): void {
    this.isDenied = false
    link.onClose(why => this.linkEnded(toHex(peer.id), why))
    this.replicator.attach({ link, peer: { device: toHex(peer.id), person: peer.person } })
  }

  /** Who was taken out is not sent the entry that says so: that a member will not speak with this device any more says it. */
  private linkEnded(device: string, why: CloseReason): void {
    const { devices } = this.parts.own.membership()
    if (why !== 'denied' || devices.get(device)?.isRemoved !== false) return
    this.isDenied = true
    this.changed()
  }

  /** Own entries of a document are durable, whichever tab wrote them. */
  async saved(document: DocumentName): Promise<void> {
    this.folder?.saved()
    await this.replicator.saved(document)
  }

  /** The device is back after it was away. */
  comeBack(): void {
    this.replicator.comeBack()
    this.folder?.look()
    if (this.folder) this.meeting.knock()
  }

  async folderChanged(): Promise<void> {
    this.folder?.close()
    this.folder = undefined
    const folder = await this.parts.folder()
    if (folder && !this.isClosed) this.folder = this.openFolder(folder)
    this.changed()
    if (this.folder) this.meeting.knock()
  }

  /** Seldom done: fetched when somebody carries a file, as are other things below. */
  async packFile(): Promise<Blob> {
    const { packLotseFile } = await import('./store/lotse-file.ts')
    return packLotseFile(this.fileParts())
  }

  async takeFile(file: Blob): Promise<Result<FileTaken, FileTakenRefusal>> {
    const { readLotseFile } = await import('./store/read-lotse-file.ts')
    const read = await readLotseFile(this.fileParts(), file)
    if (read.ok) return ok(read.value.isWhole ? 'whole' : 'notWhole')
    return refuse({ because: fileRefusals[read.refusal.because] })
  }

  async invite(wanted: Invite): Promise<void> {
    await this.inviting.invite(wanted)
  }

  takeReply(text: string): Promise<Result<'taken', ReplyRefusal>> {
    return this.inviting.takeReply(text)
  }

  async decide(isRight: boolean): Promise<void> {
    this.inviting.decide(isRight)
  }

  async endInviting(): Promise<void> {
    await this.inviting.end()
  }

  async settleAside({ document, device, seqs }: Parameters<SyncWork['settleAside']>[0], how?: Settled): Promise<void> {
    const places = seqs.map(seq => ({ device, seq }))
    await this.journal.settle(document, places, how)
    this.changed()
  }

  removeDevices(devices: readonly string[]): Promise<Result<'removed', MemberRefusal>> {
    return this.administering.removeDevices(devices)
  }

  async leave(): Promise<Result<'removed', MemberRefusal>> {
    const removed = await this.removeDevices([this.parts.own.device])
    const { untilAlone } = await import('./until-alone.ts')
    if (removed.ok) await untilAlone(() => this.replicator.status(), this.parts.clock)
    return removed
  }

  removePerson(person: string): Promise<Result<'removed', MemberRefusal>> {
    return this.administering.removePerson(person)
  }

  makeAdmin(person: string): Promise<Result<'admin', MemberRefusal>> {
    return this.administering.makeAdmin(person)
  }

  setAccess(person: string, document: DocumentName, role: MemberRole | 'none'): Promise<Result<'set', MemberRefusal>> {
    return this.administering.setAccess(person, document, role)
  }

  close(): void {
    this.isClosed = true
    this.stopHearing()
    this.stopView?.()
    this.administering.close()
    void this.inviting.end()
    this.meeting.close()
    this.folder?.close()
    this.replicator.close()
  }

  private fileParts(): LotseFileParts {
    const { keys, members, journal } = this
    return { keys, members, journal, arrivals: this.replicator.arrivals }
  }

  private openFolder(folder: Folder): FolderSync {
    return new FolderSync({
      ...this.fileParts(),
      folder,
      clock: this.parts.clock,
      onLetter: (from, sealed) => void this.meeting.receive(from, sealed),
      onChange: () => this.changed(),
    })
  }

  private membersChanged(): void {
    this.changed()
    this.administering.membersChanged()
  }

  private changed(): void {
    if (this.isClosed || this.stopView) return
    this.stopView = this.parts.clock.after(viewAfter, () => void this.look())
  }

  private async look(): Promise<void> {
    this.stopView = undefined
    const looked = await this.lookNow().catch(() => undefined)
    if (this.isClosed || !looked) return
    const { own, clock, onView } = this.parts
    const seen = viewOf(own, looked, this.inviting.view, clock.now())
    onView({ ...seen, folder: this.folder?.view, isRemoved: this.isDenied || seen.isRemoved })
  }

  private async lookNow() {
    const { journal, replicator } = this
    const [status, documents, aside] = await Promise.all([replicator.status(), journal.documents(), journal.aside()])
    return { status, documents, aside }
  }
}

const fileRefusals = {
  'not a Lotse file': 'notALotseFile',
  'file is of a newer version': 'fileIsNewer',
  'file is of another workspace': 'anotherWorkspace',
} as const
