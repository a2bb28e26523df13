import type { StrangerLink } from '../../src/sync/link.ts'
import {
  answerChannel,
  offerChannel,
  type ChannelAnswer,
  type ChannelOffer,
  type ChannelRefusal,
} from '../../src/sync/carriers/data-channel.ts'
import type { Result } from '../../src/domain/kernel/result.ts'

/** A refusal here is a machine on which two browsers cannot meet: said loudly, for a test that is passed over proves nothing. */
const found = <Value>(result: Result<Value, ChannelRefusal>): Value => {
  if (result.ok) return result.value
  throw new Error(
    result.refusal.because === 'no network'
      ? 'This machine gives Chromium no address to be reached at: data channels cannot be tested here (test/support/peer-browsers.ts tells what it needs).'
      : `The channel did not open: ${result.refusal.because}`,
  )
}

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
