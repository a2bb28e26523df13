import { refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, type Bytes } from '../journal/bytes.ts'
import { makeDeviceKeys, type DeviceKeys, type RootKeys } from '../journal/keys.ts'
import type { CodeSaid, JoiningView, PairingFailure } from '../workspace/sync-port.ts'
import type { answerChannel, ChannelAnswer } from './carriers/data-channel.ts'
import type { Clock } from './clock-port.ts'
import { signerOf } from './door-of.ts'
import type { DoorRefusal } from './door-refusal.ts'
import { shakeHands, type Door, type OpenLink } from './handshake.ts'
import { readInvitation, workspaceTagOf, type Invitation } from './invitation.ts'
import { joinByInvitation } from './join-by-invitation.ts'
import type { StrangerLink } from './link.ts'
import type { Admission } from './pairing-messages.ts'
import { failureOfChannel, failureOfDoor, sentenceOfCode } from './pairing-failures.ts'
import { writeReply } from './reply.ts'
import { rootSpeech } from './root-speech.ts'

export type JoinerParts = Readonly<{
  clock: Clock
  answer: typeof answerChannel
  /** Gives a reply to the tab that waits for it. Out: whether one did. */
  handReply(code: string): Promise<boolean>
  /** The workspace on this device that this invitation is of, by the tag in it; undefined where it is none yet. */
  known(workspaceTag: Bytes): Promise<string | undefined>
  /** The door of a workspace that lies here; it is open from then on. */
  open(workspace: string): Promise<Result<Door, Readonly<{ because: string }>>>
  /** Sets the workspace up on this device and opens it. Out: the new member's door. */
  enter(admission: Admission, keys: DeviceKeys): Promise<Result<Door, Readonly<{ because: string }>>>
  /** What the recovery sheet holds that was opened here, if one was. */
  root(): RootKeys | undefined
  /** The line to the inviting device is open, and this device a member. */
  onOpen(open: OpenLink): void
  onView(view: JoiningView | undefined): void
}>

/** From the last moment at which a reply is taken, milliseconds. */
const knockTime = 30_000

type Running = { invitation: Invitation; known: string | undefined; answer?: ChannelAnswer; isOver?: true }

/** The invited side of a pairing, step by step as a person sees it. One joining at a time. */
export class Joiner {
  private readonly parts: JoinerParts
  private running: Running | undefined

  constructor(parts: JoinerParts) {
    this.parts = parts
  }

  async begin(code: string): Promise<void> {
    this.giveUp()
    const { clock, onView } = this.parts
    onView({ step: 'reading' })
    const invitation = await readInvitation(code, clock.now())
    if (!invitation.ok && invitation.refusal.because === 'code is of another kind')
      return onView({ step: (await this.parts.handReply(code)) ? 'handed' : 'notHanded' })
    if (!invitation.ok) return this.refuse(sentenceOfCode(invitation.refusal))
    const known = await this.parts.known(invitation.value.workspaceTag)
    const root = this.parts.root()
    if (root && !equalBytes(workspaceTagOf(root.workspace), invitation.value.workspaceTag))
      return this.refuse('sheetOfAnother')
    // The root's word brings in a device that nobody knew.
    if (root && known !== undefined) return this.refuse('deviceIsHere')
    this.running = { invitation: invitation.value, known }
    onView({ step: 'asked', isMember: known !== undefined })
  }

  async answer(label: string): Promise<void> {
    const { running } = this
    if (!running || running.answer) return
    this.show(running, { step: 'answering' })
    const { invitation } = running
    // Until the reply has been carried back nobody knocks.
    const openWithin = Math.max(0, invitation.ends - this.parts.clock.now()) + knockTime
    const answer = await this.parts.answer(invitation.description, { openWithin })
    if (running.isOver) return answer.ok ? answer.value.giveUp() : undefined
    if (!answer.ok) return this.fail(running, failureOfChannel(answer.refusal))
    running.answer = answer.value
    const code = await writeReply(invitation, answer.value.description, running.known !== undefined)
    this.show(running, { step: 'reply', code, ends: invitation.ends })
    const opened = await answer.value.connected
    if (!opened.ok) return this.fail(running, failureOfChannel(opened.refusal))
    const joined = await this.enterBy(running, opened.value, label).catch(() => undefined)
    if (!joined) return this.fail(running, 'notAdmitted')
    if (!joined.ok) return this.fail(running, failureOfDoor(joined.refusal))
    running.isOver = true
    this.running = undefined
    this.parts.onOpen(joined.value)
  }

  giveUp(): void {
    const { running } = this
    if (running) {
      running.isOver = true
      running.answer?.giveUp()
    }
    this.running = undefined
    this.parts.onView(this.parts.root() && { step: 'sheet', because: undefined })
  }

  /** The code cannot be used; a sheet that lies open stays so. */
  private refuse(because: CodeSaid): void {
    this.parts.onView(this.parts.root() ? { step: 'sheet', because } : { step: 'refused', because })
  }

  private enterBy(running: Running, link: StrangerLink, label: string): Promise<Result<OpenLink, DoorRefusal>> {
    return running.known === undefined ? this.join(running, link, label) : this.meetAgain(running.known, link)
  }

  private async meetAgain(workspace: string, link: StrangerLink): Promise<Result<OpenLink, DoorRefusal>> {
    const door = await this.parts.open(workspace)
    if (door.ok) return shakeHands(link, door.value)
    link.close('denied')
    return refuse({ because: 'device is removed', by: 'here' })
  }

  private async join(running: Running, link: StrangerLink, label: string): Promise<Result<OpenLink, DoorRefusal>> {
    const keys = await makeDeviceKeys()
    const { signingPublic, sealingPublic } = keys
    const { clock, enter } = this.parts
    const root = this.parts.root()
    return joinByInvitation(link, running.invitation, {
      own: { signingPublic, sealingPublic, label, sign: signerOf(keys) },
      show: (digits, inviter) => this.show(running, { step: 'compare', digits, label: inviter }),
      enter: async admission => {
        this.show(running, { step: 'entering' })
        return enter(admission, keys)
      },
      byRoot: root && rootSpeech(root, keys, clock.now),
      timer: clock.after,
    })
  }

  private fail(running: Running, because: PairingFailure): void {
    this.show(running, { step: 'failed', because })
    running.isOver = true
  }

  private show(running: Running, view: JoiningView): void {
    if (!running.isOver) this.parts.onView(view)
  }
}
