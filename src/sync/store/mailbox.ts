import { ok, refuse, type Result } from '../../domain/kernel/result.ts'
import { fromHex, toHex, type Bytes } from '../../journal/bytes.ts'
import type { DeviceId } from '../../workspace/journal-port.ts'
import type { Clock } from '../clock-port.ts'
import type { Members } from '../members-port.ts'
import { isNoteGenuine, noteBytes, noteNonceLength, openNote, sealNote, type NoteRefusal } from './sealed-note.ts'
import { pseudonymOf } from './segment-form.ts'
import type { SegmentKeys } from './segment-keys.ts'
import type { Store, StoreFailure } from './store.ts'

/** A signalling text is of no use after that. */
const keptFor = 600_000
/** Notes that are remembered, so that none is heard twice. */
const mostSeen = 4_096
/** Notes that are looked at in one reading. */
const mostAtOnce = 256

export type Mail = Readonly<{ from: DeviceId; words: Bytes }>
export type SendRefusal = StoreFailure | NoteRefusal | Readonly<{ because: 'device is no member' }>

type MailboxParts = Readonly<{
  keys: SegmentKeys
  members: Pick<Members, 'standing'>
  store: Store
  clock: Pick<Clock, 'now' | 'steady'>
}>

/**
 * Short notes between two devices in a store, `<tag>/sig/<to>/<nonce>`: sealed to the one, signed by the other, taken away once read. With
 * them devices that both reach a folder find each other without a code.
 */
export class Mailbox {
  private readonly parts: MailboxParts
  private readonly base: string
  private readonly seen = new Set<string>()
  private readonly sent = new Map<string, number>()
  private known: ReadonlySet<string> | undefined

  constructor(parts: MailboxParts) {
    this.parts = parts
    this.base = `${toHex(parts.keys.tag)}/sig`
  }

  /** Leaves a note for a device. Refuses where the device is no member, where it is too long, and what the store refuses. */
  async send(to: DeviceId, words: Bytes): Promise<Result<true, SendRefusal>> {
    const { keys, members, store, clock } = this.parts
    const recipient = keys.sealingPublic(to)
    if (members.standing(to) !== 'member' || !recipient) return refuse({ because: 'device is no member' })
    const nonce = crypto.getRandomValues(new Uint8Array(noteNonceLength))
    const note = { from: keys.own, to: fromHex(to), nonce, at: clock.now(), words }
    const sealed = await sealNote(note, { tag: keys.tag, signing: keys.signing, recipient })
    if (!sealed.ok) return sealed
    const path = `${this.folderOf(note.to)}/${toHex(nonce)}`
    const put = await store.put(path, sealed.value)
    if (put.ok) this.sent.set(path, clock.steady())
    if (put.ok) return ok(true)
    return refuse(put.refusal.because === 'nameIsTaken' ? { because: 'storeFailed', detail: path } : put.refusal)
  }

  /** Reads the notes for this device and takes them away, and its own that nobody has read in time. Each note is heard once. */
  async read(): Promise<Result<readonly Mail[], StoreFailure>> {
    const { keys, store } = this.parts
    await this.takeBack()
    const listed = await store.list(this.folderOf(keys.own))
    if (!listed.ok) return listed
    const paths = listed.value.map(({ path }) => path)
    const mails: Mail[] = []
    for (const path of paths.filter(path => !this.seen.has(path)).slice(0, mostAtOnce)) {
      const read = await store.read(path, noteBytes)
      if (!read.ok) return read
      const mail = read.value && (await this.open(path, read.value))
      if (mail === 'not yet') continue
      this.remember(path)
      if (mail) mails.push(mail)
      await store.remove(path)
    }
    this.known = new Set(paths)
    return ok(mails)
  }

  /** What cannot be opened may be half there when it is seen first; the second time it is nothing. */
  private async open(path: string, bytes: Bytes): Promise<Mail | 'not yet' | undefined> {
    const { keys, members, clock } = this.parts
    const nonce = fromHex(path.slice(path.lastIndexOf('/') + 1).toLowerCase())
    const opened = await openNote(bytes, { tag: keys.tag, nonce, own: keys.own, sealing: keys.sealing })
    if (!opened.ok) return this.known?.has(path) ? undefined : 'not yet'
    const { from, at, words } = opened.value
    const key = keys.verifyKey(from)
    const isMember = members.standing(toHex(from)) === 'member'
    // A note that was not there a moment ago is new, whatever the clocks of two devices say.
    const isFresh = (this.known !== undefined && !this.known.has(path)) || Math.abs(clock.now() - at) <= keptFor
    if (!key || !isMember || !isFresh || !(await isNoteGenuine(opened.value, key))) return undefined
    return { from: toHex(from), words }
  }

  private async takeBack(): Promise<void> {
    const { store, clock } = this.parts
    for (const [path, at] of this.sent) {
      if (clock.steady() - at < keptFor) continue
      this.sent.delete(path)
      await store.remove(path)
    }
  }

  private remember(path: string): void {
    this.seen.add(path)
    const [oldest] = this.seen
    if (this.seen.size > mostSeen && oldest !== undefined) this.seen.delete(oldest)
  }

  private folderOf(device: Bytes): string {
    return `${this.base}/${pseudonymOf(this.parts.keys.workspace, device)}`
  }
}
