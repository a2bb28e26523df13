import { ok, refuse, type Result } from '../../domain/kernel/result.ts'
import type { StrangerLink } from '../link.ts'
import { readSdp, writeSdp } from '../sdp.ts'
import type { SessionDescription } from '../session-description.ts'
import { ChannelLink } from './channel-link.ts'

/** Why two browsers do not reach each other. */
export type ChannelRefusal =
  /** No address was found by which this device could be reached: no network, or one without a router (measured). */
  | { readonly because: 'no network' }
  /** There are addresses on both sides, and none of the ways between them is open: another network, a firewall, or nobody there any more. */
  | { readonly because: 'no way' }
  /** This browser has no peer connections, or its administration has switched them off. */
  | { readonly because: 'no peer connections' }
  | { readonly because: 'description does not fit' }
  | { readonly because: 'given up' }

export type ChannelOptions = Readonly<{
  /** Servers that the user has entered; by default nobody is asked. */
  iceServers?: readonly RTCIceServer[]
  /** Milliseconds until what has been found of addresses has to do. A server that does not answer would hold it up for half a minute. */
  gatherFor?: number
  /** Milliseconds until a way must be open, from when both descriptions are known here. */
  openWithin?: number
}>

type Opening = Promise<Result<StrangerLink, ChannelRefusal>>

/** An offer that waits for its answer. Whoever does not need it any more gives it up, or it waits for as long as the page lives. */
export type ChannelOffer = Readonly<{
  description: SessionDescription
  /** Once only. */
  connect(answer: SessionDescription): Opening
  giveUp(): void
}>

/** An answer on its way to whoever offered. */
export type ChannelAnswer = Readonly<{ description: SessionDescription; connected: Opening; giveUp(): void }>

const usualGathering = 5_000
const usualOpening = 30_000

type Half = Readonly<{
  connection: RTCPeerConnection
  channel: RTCDataChannel
  openWithin: number
  gatherFor: number
  /** Aborted when it is given up. */
  waiting: AbortController
}>

const makeHalf = (options: ChannelOptions): Half | undefined => {
  if (!('RTCPeerConnection' in globalThis)) return undefined
  try {
    const connection = new RTCPeerConnection({ iceServers: [...(options.iceServers ?? [])] })
    // Agreed on beforehand: no message is needed to open it, and there is no other.
    const channel = connection.createDataChannel('lotse', { negotiated: true, id: 0, ordered: true })
    channel.binaryType = 'arraybuffer'
    const { gatherFor = usualGathering, openWithin = usualOpening } = options
    return { connection, channel, openWithin, gatherFor, waiting: new AbortController() }
  } catch {
    return undefined
  }
}

/** Nothing happens once the channel is open: then the connection is the link's. */
const giveUp = ({ connection, channel, waiting }: Half): void => {
  if (channel.readyState !== 'connecting') return
  waiting.abort()
  connection.close()
}

/** Resolves when the browser has looked at all its networks, or when it has taken too long. */
const gathered = ({ connection, gatherFor, waiting }: Half): Promise<void> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, gatherFor)
    const look = (): void => {
      if (connection.iceGatheringState !== 'complete' && !waiting.signal.aborted) return
      clearTimeout(timer)
      resolve()
    }
    connection.addEventListener('icegatheringstatechange', look)
    waiting.signal.addEventListener('abort', look)
    look()
  })

/** Describes this side once all ways to it are known. */
const describe = async (half: Half): Promise<Result<SessionDescription, ChannelRefusal>> => {
  await half.connection.setLocalDescription()
  await gathered(half)
  const description = readSdp(half.connection.localDescription?.sdp ?? '')
  if (!description) return refuse({ because: 'description does not fit' })
  return description.candidates.length > 0 ? ok(description) : refuse({ because: 'no network' })
}

/** Resolves when the channel is open; until then a connection may fail and come round again, while a person carries the code. */
const opened = (half: Half): Promise<ChannelRefusal | undefined> =>
  new Promise(resolve => {
    const { channel, waiting, openWithin } = half
    const timer = setTimeout(() => settle({ because: 'no way' }), openWithin)
    const settle = (refusal?: ChannelRefusal): void => {
      clearTimeout(timer)
      resolve(refusal)
    }
    channel.addEventListener('open', () => settle())
    waiting.signal.addEventListener('abort', () => settle({ because: 'given up' }))
    if (waiting.signal.aborted) settle({ because: 'given up' })
  })

/**
 * Everything that listens is there before the browser knows both descriptions: a busy page was measured to hear that the channel is open,
 * and the first message on it, before it hears that the description was taken.
 */
const prepareLink = (half: Half, offered: boolean, own: SessionDescription, other: SessionDescription): Opening => {
  const sides = { offered, fingerprints: { own: own.fingerprint, other: other.fingerprint } }
  const link = new ChannelLink(half.connection, half.channel, sides)
  return opened(half).then(refusal => {
    if (!refusal) return ok(link)
    link.close('lost')
    half.connection.close()
    return refuse(refusal)
  })
}

/** What the browser throws becomes a refusal, and the half is given up. */
const guarded = async <Value>(
  half: Half,
  work: () => Promise<Result<Value, ChannelRefusal>>,
): Promise<Result<Value, ChannelRefusal>> => {
  const result = await work().catch(() => {
    const because = half.waiting.signal.aborted ? 'given up' : 'description does not fit'
    return refuse<ChannelRefusal>({ because })
  })
  if (!result.ok) giveUp(half)
  return result
}

/** Makes an offer. Its description goes to one other device, whose answer opens the channel. */
export const offerChannel = async (options: ChannelOptions = {}): Promise<Result<ChannelOffer, ChannelRefusal>> => {
  const half = makeHalf(options)
  if (!half) return refuse({ because: 'no peer connections' })
  return guarded(half, async () => {
    const own = await describe(half)
    if (!own.ok) return own
    let isAnswered = false
    const connect = async (answer: SessionDescription): Opening => {
      if (isAnswered) return refuse({ because: 'description does not fit' })
      isAnswered = true
      return guarded(half, async () => {
        const link = prepareLink(half, true, own.value, answer)
        await half.connection.setRemoteDescription({ type: 'answer', sdp: writeSdp('answer', answer) })
        return link
      })
    }
    return ok({ description: own.value, connect, giveUp: () => giveUp(half) })
  })
}

/** Answers another device's offer. */
export const answerChannel = async (
  offer: SessionDescription,
  options: ChannelOptions = {},
): Promise<Result<ChannelAnswer, ChannelRefusal>> => {
  const half = makeHalf(options)
  if (!half) return refuse({ because: 'no peer connections' })
  return guarded(half, async () => {
    await half.connection.setRemoteDescription({ type: 'offer', sdp: writeSdp('offer', offer) })
    const own = await describe(half)
    if (!own.ok) return own
    const connected = prepareLink(half, false, own.value, offer)
    return ok({ description: own.value, connected, giveUp: () => giveUp(half) })
  })
}
