import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { ok } from '../../src/domain/kernel/result.ts'
import type { Bytes } from '../../src/journal/bytes.ts'
import { decodeDeny, type DenyReason } from '../../src/sync/door-refusal.ts'
import { shakeHands } from '../../src/sync/handshake.ts'
import { joinByInvitation } from '../../src/sync/join-by-invitation.ts'
import type { DeviceKeys } from '../../src/journal/keys.ts'
import { pairingKeyOf } from '../../src/sync/door-key.ts'
import type { StrangerLink } from '../../src/sync/link.ts'
import { proofOf } from '../../src/sync/pairing-proof.ts'
import { commitmentTo, encodePairingHello } from '../../src/sync/pairing-messages.ts'
import { receiveNewDevice } from '../../src/sync/receive-new-device.ts'
import { fixedSecret, refusalOf } from '../journal/office.ts'
import { memoryLink } from '../support/memory-link.ts'
import { endsOf, nonceOf, prints, settled } from './doors.ts'
import { invited, shown, type Invited } from './pairings.ts'

/** Jana invites Dörte. Mallory has read the mail with the invitation, or has not. */
let scene: Invited
/** What the honest side has said. */
let said: Bytes[]

const wayTo = async (honest: 'jana' | 'doerte'): Promise<readonly [jana: StrangerLink, doerte: StrangerLink]> =>
  memoryLink(await prints(), (from, message) => void (from === (honest === 'jana' ? 0 : 1) && said.push(message))).ends
const typesOf = (messages: readonly Bytes[]) => messages.map(message => message[0])
/** Everything that is neither a hello nor a proof nor a refusal. */
const contentIn = (messages: readonly Bytes[]) => typesOf(messages).filter(type => ![3, 21, 22].includes(Number(type)))

beforeEach(async () => {
  scene = await invited()
  said = []
})

const hello = async (changes: Partial<Parameters<typeof encodePairingHello>[0]> = {}): Promise<Bytes> => {
  const { signingPublic, sealingPublic } = scene.hall.mallory
  const nonce = await nonceOf('Mallory')
  return encodePairingHello({ version: 1, signingPublic, sealingPublic, nonce, label: 'Dörte Petersen', ...changes })
}
const proof = new Uint8Array(97).fill(22, 0, 1)

/** Plays the new device to the end, whatever the other side proves. */
const proveAnyway = async (link: StrangerLink, given: { secret?: Bytes; device?: DeviceKeys } = {}): Promise<void> => {
  const { mallory } = scene.hall
  const heard: Bytes[] = []
  link.onMessage(message => heard.push(message))
  const { signingPublic, sealingPublic, id } = given.device ?? mallory
  const own = { nonce: await nonceOf('Mallory'), hello: await hello({ signingPublic, sealingPublic }) }
  await link.send(own.hello)
  await expect.poll(() => heard.length).toBe(2)
  const other = { nonce: heard[1]!.slice(1, 33), hello: heard[0]! }
  const key = await pairingKeyOf(given.secret ?? scene.invitation.secret)
  const spoken = { link, key, own, other, peer: { id, signingPublic, sealingPublic }, label: '' }
  await link.send(await proofOf(spoken, shown(mallory, '').sign, new Uint8Array()))
}

type Attack = (link: StrangerLink) => Promise<unknown> | unknown

/** Mallory as the new device. */
const againstJana: readonly [name: string, because: DenyReason, attack: Attack][] = [
  [
    'has seen that there is an invitation, and not what is in it',
    'proof is wrong',
    async link => proveAnyway(link, { secret: (await fixedSecret('geraten')).slice(0, 16) }),
  ],
  [
    'shows Dörte’s keys as hers, to be blamed for what Dörte writes',
    'proof is wrong',
    link => proveAnyway(link, { device: scene.doerte }),
  ],
  ['holds a mirror', 'device is the same', link => link.onMessage(message => void link.send(message))],
  ['proves nothing', 'proof is wrong', async link => [link.send(await hello()), link.send(proof)]],
  ['breaks off her proof', 'proof is wrong', async link => [link.send(await hello()), link.send(proof.slice(0, 50))]],
  ['breaks off her hello', 'message is malformed', async link => link.send((await hello()).slice(0, 60))],
  [
    'calls herself two lines',
    'message is malformed',
    async link => link.send(await hello({ label: 'Dörte\nPetersen' })),
  ],
  ['comes from the future', 'version is unknown', async link => link.send(await hello({ version: 2 }))],
  [
    'has a key that is none',
    'proof is wrong',
    async link => {
      await link.send(await hello({ signingPublic: new Uint8Array(32).fill(255) }))
      await link.send(proof)
    },
  ],
  ['says she has joined already', 'message is out of turn', link => link.send(Uint8Array.of(24))],
  [
    'shows a certificate in place of the invitation',
    'message is out of turn',
    async link => shakeHands(link, await scene.hall.doorOf(scene.hall.mallory, 'mallory')),
  ],
  ['says hello twice', 'message is out of turn', async link => [link.send(await hello()), link.send(await hello())]],
]

describe('Mallory wants to be Jana’s new colleague', () => {
  test.each(againstJana)('and %s: %s', async (_, because, attack) => {
    const [link, mallorys] = await wayTo('jana')
    const result = receiveNewDevice(link, scene.invitation, scene.janas)
    void attack(mallorys)
    expect(refusalOf(await result)).toMatchObject({ because })
    expect([contentIn(said), scene.asked, scene.admitted]).toEqual([[], [], []])
    await expect.poll(() => endsOf(mallorys)).toHaveLength(1)
  })

  test('and holds the invitation and her own keys: only then Jana is asked', async () => {
    const [link, mallorys] = await wayTo('jana')
    void receiveNewDevice(link, scene.invitation, scene.janas)
    await proveAnyway(mallorys)
    await expect.poll(() => scene.asked.length).toBe(1)
  })

  test('and has read the invitation: Jana is asked, but no digits stand on Dörte’s screen', async () => {
    scene = await invited(async ({ code }) => scene.shownToDoerte.includes(`Jana Vogt: ${code}`))
    const [link, mallorys] = await wayTo('jana')
    const own = shown(scene.hall.mallory, 'Dörte Petersen')
    const [one, other] = await Promise.all([
      receiveNewDevice(link, scene.invitation, scene.janas),
      joinByInvitation(mallorys, scene.invitation, { ...scene.doertes, own, show: () => undefined }),
    ])
    expect(refusalOf(one)).toEqual({ because: 'not confirmed', by: 'here' })
    expect(refusalOf(other)).toEqual({ because: 'not confirmed', by: 'there' })
    expect([scene.asked.length, scene.admitted, contentIn(said)]).toEqual([1, [], []])
  })

  test.each([
    ['from the first moment', async () => undefined],
    ['after her hello', async (link: StrangerLink) => link.send(await hello())],
  ])('and is silent %s', async (_, attack) => {
    const [link, mallorys] = await wayTo('jana')
    const result = receiveNewDevice(link, scene.invitation, scene.janas)
    await attack(mallorys)
    await settled()
    scene.hall.clock.pass(10_000)
    expect(refusalOf(await result)).toEqual({ because: 'silence', by: 'here' })
    expect([contentIn(said), decodeDeny(said.at(-1)!)]).toEqual([[], 'silence'])
  })

  test('and sends more than 8 KiB', async () => {
    const [link, mallorys] = await wayTo('jana')
    const ends = endsOf(mallorys)
    const result = receiveNewDevice(link, scene.invitation, scene.janas)
    await mallorys.send(await hello({ label: 'a'.repeat(9_000) }))
    expect(refusalOf(await result)).toEqual({ because: 'link ended', why: 'too much' })
    await expect.poll(() => ends).toEqual(['too much'])
  })

  test('and cannot make six digits fit: she has to settle on her nonce before she hears Jana’s', async () => {
    const [link, mallorys] = await wayTo('jana')
    void receiveNewDevice(link, scene.invitation, scene.janas, await nonceOf('Jana'))
    await settled()
    scene.hall.clock.pass(9_000)
    await settled()
    const nonce = Buffer.from(await nonceOf('Jana'))
    expect(said.some(message => Buffer.from(message).includes(nonce))).toBe(false)
    await mallorys.send(await hello())
    await expect.poll(() => said.some(message => Buffer.from(message).includes(nonce))).toBe(true)
  })

  test('and talks while Jana thinks', async () => {
    scene = await invited(() => new Promise(() => undefined))
    const [link, mallorys] = await wayTo('jana')
    const result = receiveNewDevice(link, scene.invitation, scene.janas)
    void joinByInvitation(mallorys, scene.invitation, scene.doertes)
    await expect.poll(() => scene.asked.length).toBe(1)
    await mallorys.send(Uint8Array.of(7, 1, 2, 3))
    expect(refusalOf(await result)).toEqual({ because: 'message is out of turn', by: 'here' })
  })

  test('and, once confirmed, shows the certificate of somebody else', async () => {
    const [link, mallorys] = await wayTo('jana')
    const own = shown(scene.hall.mallory, 'Mallory')
    const enter: Invited['doertes']['enter'] = async () => ok(await scene.hall.doorOf(scene.hall.cem, 'cem'))
    const [one] = await Promise.all([
      receiveNewDevice(link, scene.invitation, scene.janas),
      joinByInvitation(mallorys, scene.invitation, { ...scene.doertes, own, enter }),
    ])
    expect(refusalOf(one)).toEqual({ because: 'certificate is wrong', by: 'here' })
  })
})

describe('Mallory wants Dörte to take her for Jana', () => {
  const janasHello = async (nonce: Bytes): Promise<Bytes> => {
    const { jana } = scene.hall
    return hello({ signingPublic: jana.signingPublic, sealingPublic: jana.sealingPublic, nonce, label: 'Jana Vogt' })
  }

  const againstDoerte: readonly [name: string, because: DenyReason, attack: Attack][] = [
    [
      'shows her own keys',
      'inviting device is another',
      link => receiveNewDevice(link, scene.invitation, { ...scene.janas, own: shown(scene.hall.mallory, 'Jana Vogt') }),
    ],
    [
      'shows Jana’s keys and signs with her own',
      'proof is wrong',
      link => {
        const own = { ...shown(scene.hall.jana, 'Jana Vogt'), sign: shown(scene.hall.mallory, '').sign }
        return receiveNewDevice(link, scene.invitation, { ...scene.janas, own })
      },
    ],
    [
      'opens another nonce than she had settled on',
      'proof is wrong',
      async link => {
        const settledOn = await commitmentTo(await nonceOf('eine'))
        await link.send(await janasHello(settledOn))
        await link.send(Uint8Array.of(22, ...(await nonceOf('andere')), ...new Uint8Array(96)))
      },
    ],
    [
      'holds a mirror: it shows nothing, for Dörte does not begin',
      'silence',
      async link => {
        link.onMessage(message => void link.send(message))
        await settled()
        scene.hall.clock.pass(10_000)
      },
    ],
    ['hands over a membership at once', 'message is out of turn', link => link.send(Uint8Array.of(23))],
  ]

  test.each(againstDoerte)('and %s: %s', async (_, because, attack) => {
    const [mallorys, link] = await wayTo('doerte')
    const result = joinByInvitation(link, scene.invitation, scene.doertes)
    void attack(mallorys)
    expect(refusalOf(await result)).toMatchObject({ because })
    expect([contentIn(said), scene.shownToDoerte]).toEqual([[], []])
  })
})

test('whatever anybody says, neither side throws, asks or lets in', async () => {
  const messages = fc.array(
    fc.tuple(fc.constantFrom(0, 1, 3, 19, 21, 22, 23, 24, 99), fc.uint8Array({ maxLength: 200 })),
    {
      maxLength: 5,
    },
  )
  await fc.assert(
    fc.asyncProperty(messages, fc.boolean(), async (sent, toJana) => {
      const [left, right] = await wayTo(toJana ? 'jana' : 'doerte')
      const result = toJana
        ? receiveNewDevice(left, scene.invitation, scene.janas)
        : joinByInvitation(right, scene.invitation, scene.doertes)
      const hers = toJana ? right : left
      for (const [type, rest] of sent) await hers.send(Uint8Array.of(type, ...rest))
      hers.close('left')
      expect((await result).ok).toBe(false)
    }),
    { numRuns: 100 },
  )
  expect(scene.asked).toEqual([])
})
