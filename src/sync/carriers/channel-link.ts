import { ownBytes, type Bytes } from '../../journal/bytes.ts'
import { decodeBye, encodeBye } from '../bye.ts'
import { frameAt, frameCaps, frameCount, FrameJoiner, type FrameRefusal } from '../frames.ts'
import { LinkEnd } from '../link-end.ts'
import type { CloseReason, StrangerLink } from '../link.ts'

/** The channel holds no more than this and one frame; beyond 16 MiB it would lose messages (measured). */
const lowWater = 256 * 1024
/** For the farewell to get through. */
const farewellTime = 2_000

const endingOf: { readonly [Because in FrameRefusal['because']]: CloseReason } = {
  'frame is malformed': 'malformed',
  'message is too large': 'too much',
  'too many messages are underway': 'too much',
}

type Outgoing = { readonly message: Bytes; readonly id: number; next: number; readonly taken: () => void }

/** A link over one data channel, made before it opens so that no message is missed. `connection` is the channel's own and ends with it. */
export class ChannelLink implements StrangerLink {
  readonly offered: boolean
  readonly fingerprints: StrangerLink['fingerprints']
  private readonly connection: RTCPeerConnection
  private readonly channel: RTCDataChannel
  private readonly end = new LinkEnd()
  private readonly joiner = new FrameJoiner()
  private readonly outgoing: Outgoing[] = []
  private lastId = 0
  private readonly over = new AbortController()

  constructor(
    connection: RTCPeerConnection,
    channel: RTCDataChannel,
    sides: Pick<StrangerLink, 'offered' | 'fingerprints'>,
  ) {
    this.connection = connection
    this.channel = channel
    this.offered = sides.offered
    this.fingerprints = sides.fingerprints
    channel.bufferedAmountLowThreshold = lowWater
    const { signal } = this.over
    channel.addEventListener('message', ({ data }) => this.receive(data), { signal })
    channel.addEventListener('bufferedamountlow', () => this.pump(), { signal })
    channel.addEventListener('close', () => this.finish('lost'), { signal })
    connection.addEventListener('connectionstatechange', () => this.look(), { signal })
    // Nothing of a hidden page can be relied on: whoever comes back meets anew.
    globalThis.addEventListener('pagehide', () => this.close('left'), { signal })
  }

  send(message: Bytes): Promise<void> {
    if (this.end.ended !== undefined) return Promise.resolve()
    if (frameCount(message.length) > frameCaps.framesPerMessage) {
      this.close('too much')
      return Promise.resolve()
    }
    this.lastId = (this.lastId + 1) >>> 0
    return new Promise(taken => {
      this.outgoing.push({ message, id: this.lastId, next: 0, taken })
      this.pump()
    })
  }

  onMessage(listener: (message: Bytes) => void): () => void {
    return this.end.onMessage(listener)
  }

  onClose(listener: (why: CloseReason) => void): () => void {
    return this.end.onClose(listener)
  }

  trust(): void {
    this.end.trust()
  }

  close(why: CloseReason): void {
    const bye = encodeBye(why)
    if (bye && this.end.ended === undefined) this.put(frameAt(0, bye, 0))
    this.finish(why)
  }

  private look(): void {
    // Before the channel is open a connection may fail and come round again, while a person carries the code.
    if (this.connection.connectionState === 'failed' && this.channel.readyState === 'open') this.finish('lost')
  }

  private receive(data: unknown): void {
    const frame = data instanceof ArrayBuffer ? new Uint8Array(data) : undefined
    if (!frame) return this.close('malformed')
    if (!this.end.isWithin(frame.length)) return this.close('too much')
    const taken = this.joiner.take(frame)
    if (!taken.ok) return this.close(endingOf[taken.refusal.because])
    if (!taken.value) return
    const farewell = decodeBye(taken.value)
    if (farewell) this.finish(farewell)
    else this.end.deliver(taken.value)
  }

  /** One message after the other, as long as the channel has room. */
  private pump(): void {
    for (let head = this.outgoing[0]; head && this.channel.bufferedAmount <= lowWater; head = this.outgoing[0]) {
      if (!this.put(frameAt(head.id, head.message, head.next))) return this.finish('lost')
      head.next++
      if (head.next < frameCount(head.message.length)) continue
      this.outgoing.shift()
      head.taken()
    }
  }

  private put(frame: Bytes): boolean {
    try {
      this.channel.send(ownBytes(frame))
      return true
    } catch {
      return false
    }
  }

  private finish(why: CloseReason): void {
    if (!this.end.end(why)) return
    this.over.abort()
    for (const { taken } of this.outgoing.splice(0)) taken()
    const close = (): void => this.connection.close()
    if (this.channel.readyState === 'closed') return close()
    const waiting = setTimeout(close, farewellTime)
    this.channel.addEventListener('close', () => {
      clearTimeout(waiting)
      close()
    })
    this.channel.close()
  }
}
