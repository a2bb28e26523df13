import type { StrangerLink } from '../../src/sync/link.ts'
import {
  answerChannel,
  offerChannel,
  type ChannelAnswer,
  type ChannelOffer,
  type ChannelRefusal,
} from '../../src/sync/carriers/data-channel.ts'
import type { Result } from '../../src/domain/kernel/result.ts'

/** A machine on which two browsers cannot meet is said loudly: a test that is passed over proves nothing. */
const found = <Value>(result: Result<Value, ChannelRefusal>): Value => {
  if (result.ok) return result.value
  throw new Error(`The channel did not open: ${result.refusal.because} (see test/support/peer-browsers.ts)`)
}

/** Where loopback is the only network, Chromium tells its addresses to pages that may use the microphone, here a made-up one. */
const listenWhereHidden = async (): Promise<void> => {
  const probe = await offerChannel()
  if (probe.ok) probe.value.giveUp()
  else if (probe.refusal.because === 'no network') await navigator.mediaDevices.getUserMedia({ audio: true })
}
await listenWhereHidden()

export const openOffer = async (): Promise<ChannelOffer> => found(await offerChannel())
export const openAnswer = async (offer: ChannelOffer): Promise<ChannelAnswer> =>
  found(await answerChannel(offer.description))

/** Two ends of a data channel in one page, the offering one first. */
export const channelInPage = async (): Promise<readonly [StrangerLink, StrangerLink]> => {
  const offer = await openOffer()
  const answer = await openAnswer(offer)
  const [offering, answering] = await Promise.all([offer.connect(answer.description), answer.connected])
  return [found(offering), found(answering)]
}
