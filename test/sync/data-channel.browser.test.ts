import { afterEach, describe, expect, test } from 'vitest'
import { sha256, textBytes, type Bytes } from '../../src/journal/bytes.ts'
import { answerChannel, offerChannel } from '../../src/sync/carriers/data-channel.ts'
import type { CloseReason, Link } from '../../src/sync/link.ts'
import { linkContract } from '../contracts/link-contract.ts'
import { refusalOf, valueOf } from '../journal/office.ts'
import { channelInPage, openAnswer, openOffer } from './channel-in-page.ts'
import { recordConnections } from './recorded-connections.ts'

const recorded = recordConnections()
const { connections, channels } = recorded

afterEach(() => {
  for (const connection of connections.splice(0)) connection.close()
  channels.splice(0)
  recorded.configuration = {}
})

const endsOf = (links: readonly Link[]): CloseReason[] => {
  const ends: CloseReason[] = []
  for (const link of links) link.onClose(why => ends.push(why))
  return ends
}

describe('a data channel of a real browser keeps the contract', () => {
  linkContract(async () => {
    const ends = await channelInPage()
    return { ends, cut: () => void connections.map(connection => connection.close()) }
  })
})

describe('two browsers find each other', () => {
  test('and nobody is asked for the way unless the user has entered a server', async () => {
    await channelInPage()
    expect(connections.map(connection => connection.getConfiguration().iceServers)).toEqual([[], []])
    const iceServers = [{ urls: 'stun:127.0.0.1:9' }]
    await offerChannel({ iceServers, gatherFor: 1 })
    expect(connections.at(-1)?.getConfiguration().iceServers).toMatchObject([{ urls: ['stun:127.0.0.1:9'] }])
  })

  test('the fingerprints are those of the certificates that DTLS has seen', async () => {
    const [jana, cem] = await channelInPage()
    const seen = connections.map(async connection => {
      const [certificate] = connection.sctp?.transport.getRemoteCertificates() ?? []
      return sha256(new Uint8Array(certificate!))
    })
    expect(await Promise.all(seen)).toEqual([jana.fingerprints.other, cem.fingerprints.other])
  })

  test('whoever has another certificate than the description says is kept out', { timeout: 60_000 }, async () => {
    const offer = valueOf(await offerChannel({ openWithin: 4_000 }))
    const answer = valueOf(await answerChannel(offer.description, { openWithin: 4_000 }))
    const fingerprint = await sha256(textBytes('jemand anderes'))
    const results = [offer.connect({ ...answer.description, fingerprint }), answer.connected]
    expect((await Promise.all(results)).map(refusalOf)).toEqual([{ because: 'no way' }, { because: 'no way' }])
  })

  test('nobody answers any more: no way, and nothing is left behind', { timeout: 60_000 }, async () => {
    const offer = valueOf(await offerChannel({ openWithin: 1_000 }))
    const answer = await openAnswer(offer)
    answer.giveUp()
    expect(refusalOf(await answer.connected)).toEqual({ because: 'given up' })
    expect(refusalOf(await offer.connect(answer.description))).toEqual({ because: 'no way' })
    expect(connections.map(connection => connection.signalingState)).toEqual(['closed', 'closed'])
  })

  test('no network: no candidate is found, and it is said at once', async () => {
    recorded.configuration = { iceTransportPolicy: 'relay' }
    expect(refusalOf(await offerChannel())).toEqual({ because: 'no network' })
    recorded.configuration = {}
    const offer = await openOffer()
    recorded.configuration = { iceTransportPolicy: 'relay' }
    expect(refusalOf(await answerChannel(offer.description))).toEqual({ because: 'no network' })
  })

  test('a browser without peer connections, or whose administration forbids them', async () => {
    const real = globalThis.RTCPeerConnection
    const offer = await openOffer()
    const forbidden = (): never => {
      throw new DOMException('forbidden', 'NotAllowedError')
    }
    try {
      Object.assign(globalThis, { RTCPeerConnection: forbidden })
      expect(refusalOf(await offerChannel())).toEqual({ because: 'no peer connections' })
      Reflect.deleteProperty(globalThis, 'RTCPeerConnection')
      expect(refusalOf(await offerChannel())).toEqual({ because: 'no peer connections' })
      expect(refusalOf(await answerChannel(offer.description))).toEqual({ because: 'no peer connections' })
    } finally {
      globalThis.RTCPeerConnection = real
    }
  })

  test('an offer given up opens nothing; a link that is open is nobody’s to give up', async () => {
    const [offer, other] = [await openOffer(), await openOffer()]
    const answer = await openAnswer(offer)
    offer.giveUp()
    answer.giveUp()
    expect(refusalOf(await offer.connect(answer.description))).toEqual({ because: 'given up' })
    const second = await openAnswer(other)
    const [link, answering] = (await Promise.all([other.connect(second.description), second.connected])).map(valueOf)
    other.giveUp()
    second.giveUp()
    const heard: Bytes[] = []
    answering!.onMessage(message => heard.push(message))
    await link!.send(textBytes('noch da'))
    await expect.poll(() => heard.length).toBe(1)
  })

  test('an offer is answered once; a description the browser does not take is refused, not thrown', async () => {
    const offer = await openOffer()
    const answer = await openAnswer(offer)
    valueOf(await offer.connect(answer.description))
    expect(refusalOf(await offer.connect(answer.description))).toEqual({ because: 'description does not fit' })
    const broken = { ...offer.description, ufrag: 'zwei Wörter' }
    expect(refusalOf(await answerChannel(broken))).toEqual({ because: 'description does not fit' })
  })

  test('the page is busy while the way opens: the first message is heard all the same', async () => {
    const offer = await openOffer()
    const answer = await openAnswer(offer)
    const opening = offer.connect(answer.description)
    const words = answer.connected.then(link => valueOf(link).send(textBytes('Moin')))
    for (const end = performance.now() + 300; performance.now() < end;);
    const heard: Bytes[] = []
    valueOf(await opening).onMessage(message => heard.push(message))
    await words
    await expect.poll(() => heard).toEqual([textBytes('Moin')])
  })
})

describe('on an open channel', () => {
  test('no more than 256 KiB and one frame lie in the browser’s queue', { timeout: 60_000 }, async () => {
    const [jana, cem] = await channelInPage()
    jana.trust()
    cem.trust()
    const [channel] = channels
    let most = 0
    const send = channel!.send.bind(channel!) as (data: ArrayBuffer) => void
    Object.assign(channel!, {
      send: (data: ArrayBuffer) => {
        send(data)
        most = Math.max(most, channel!.bufferedAmount)
      },
    })
    let received = 0
    cem.onMessage(message => (received += message.length))
    await Promise.all([1, 2, 3].map(() => jana.send(new Uint8Array(1_000_000))))
    await expect.poll(() => received, { timeout: 50_000 }).toBe(3_000_000)
    expect(most).toBeGreaterThan(256 * 1024)
    expect(most).toBeLessThanOrEqual((256 + 16) * 1024)
  })

  test.each<[string, string | Uint8Array<ArrayBuffer>, CloseReason]>([
    ['text', 'Moin', 'malformed'],
    ['half a frame', Uint8Array.of(1, 2, 3), 'malformed'],
    ['a frame that belongs to nothing', Uint8Array.of(0, 0, 0, 1, 0, 1, 0, 2, 7), 'malformed'],
    ['a message of more than 32 MiB', Uint8Array.of(0, 0, 0, 1, 0, 0, 255, 255, ...new Uint8Array(16_376)), 'too much'],
  ])('%s ends it on both sides', async (_, data, why) => {
    const links = await channelInPage()
    const ends = endsOf(links)
    for (const link of links) link.trust()
    if (typeof data === 'string') channels[0]?.send(data)
    else channels[0]?.send(data)
    await expect.poll(() => ends).toEqual([why, why])
    await expect.poll(() => connections.map(connection => connection.connectionState)).toEqual(['closed', 'closed'])
  })

  test('a message over the cap is not sent at all: the sender ends it', async () => {
    const links = await channelInPage()
    const ends = endsOf(links)
    await links[0].send(new Uint8Array(34_000_000))
    await expect.poll(() => ends).toEqual(['too much', 'too much'])
  })

  test('whoever leaves the page says so', async () => {
    const ends = endsOf(await channelInPage())
    globalThis.dispatchEvent(new PageTransitionEvent('pagehide'))
    expect(ends).toEqual(['left', 'left'])
  })
})
