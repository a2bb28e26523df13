import { createHmac, createPublicKey, hkdfSync, verify } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { joinBytes, sha256, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { decodeDeny, encodeDeny } from '../../src/sync/door-refusal.ts'
import { shakeHands, type Door } from '../../src/sync/handshake.ts'
import { encodeHello } from '../../src/sync/hello.ts'
import type { StrangerLink } from '../../src/sync/link.ts'
import { fixedSecret, refusalOf, valueOf } from '../journal/office.ts'
import { memoryLink } from '../support/memory-link.ts'
import { endsOf, epochKeys, nonceOf, prints, settled, townHall, type TownHall } from './doors.ts'

let hall: TownHall
let janas: Door
let cems: Door
/** Types of all messages. */
let spoken: number[]

beforeEach(async () => {
  hall = await townHall()
  janas = await hall.doorOf(hall.jana, 'jana')
  cems = await hall.doorOf(hall.cem, 'cem')
  spoken = []
})

/** A way on which everything said is noted. */
const way = async (): Promise<readonly [StrangerLink, StrangerLink]> =>
  memoryLink(await prints(), (_, message) => spoken.push(Number(message[0]))).ends

describe('Jana and Cem', () => {
  test('meet: each knows who the other is, and the link takes large messages from then on', async () => {
    const [left, right] = await way()
    const [one, other] = await Promise.all([shakeHands(left, janas), shakeHands(right, cems)])
    expect(valueOf(one).peer).toMatchObject({ person: 'cem', id: hall.cem.id })
    expect(valueOf(other).peer).toMatchObject({ person: 'jana', id: hall.jana.id })
    expect(spoken.toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2, 20, 20])
    const heard: Bytes[] = []
    valueOf(other).link.onMessage(message => heard.push(message))
    await valueOf(one).link.send(new Uint8Array(100_000))
    await expect.poll(() => heard.length).toBe(1)
    hall.clock.pass(60_000)
    expect(endsOf(left, right)).toEqual([])
  })

  test('what the faster one says at once waits until the other listens', async () => {
    const [left, right] = await way()
    void shakeHands(left, janas).then(result => valueOf(result).link.send(textBytes('Ich habe Neues')))
    const { link } = valueOf(await shakeHands(right, cems))
    await settled()
    const heard: Bytes[] = []
    link.onMessage(message => heard.push(message))
    await expect.poll(() => heard).toEqual([textBytes('Ich habe Neues')])
  })

  test.each([
    [[3, 2, 1], [1], true],
    [[5, 4, 3], [3, 2, 1], true],
    [[1], [4, 3, 2, 1], false],
    [[4, 3, 2], [1], false],
    [[], [1], false],
  ])('with the keys of the epochs %j and %j: %j', async (some, others, isOpen) => {
    const [left, right] = await way()
    const doors = [
      { ...janas, keys: await epochKeys(...some) },
      { ...cems, keys: await epochKeys(...others) },
    ] as const
    const [one, other] = await Promise.all([shakeHands(left, doors[0]), shakeHands(right, doors[1])])
    expect([one.ok, other.ok]).toEqual([isOpen, isOpen])
    if (!isOpen) expect(refusalOf(one)).toMatchObject({ because: 'door is another' })
  })

  test('a newer app may say things nobody knows yet', async () => {
    const [left, right] = await way()
    const one = shakeHands(left, janas)
    await right.send(Uint8Array.of(200, 1, 2, 3))
    const other = await shakeHands(right, cems)
    expect([(await one).ok, other.ok]).toEqual([true, true])
  })

  test('the way is cut in the middle', async () => {
    const { ends, cut } = memoryLink(await prints())
    const one = shakeHands(ends[0], janas)
    await settled()
    cut()
    expect(refusalOf(await one)).toEqual({ because: 'link ended', why: 'lost' })
  })
})

describe('each learns the reason', () => {
  test('of a refusal over there', async () => {
    const [left, right] = await way()
    hall.removed.add(toHex(hall.cem.id))
    const [one, other] = await Promise.all([shakeHands(left, janas), shakeHands(right, cems)])
    expect(refusalOf(one)).toEqual({ because: 'device is removed', by: 'here' })
    expect(refusalOf(other)).toEqual({ because: 'device is removed', by: 'there' })
  })

  test('a proof accepted on one side alone opens nothing', async () => {
    const [left, right] = await way()
    // Cem's clock of memberships is ahead: to him Jana is removed, which she cannot know.
    const strict: Door = { ...cems, whoIs: async () => ({ ok: false, refusal: { because: 'device is removed' } }) }
    const [one, other] = await Promise.all([shakeHands(left, janas), shakeHands(right, strict)])
    expect(refusalOf(one)).toEqual({ because: 'device is removed', by: 'there' })
    expect(refusalOf(other)).toEqual({ because: 'device is removed', by: 'here' })
    expect(spoken).not.toContain(20)
  })
})

describe('version 1', () => {
  const goldenHello =
    '0101a3840d529dc91d4d5f60dba7cbdedb2abc985e1313e139610b76ee3bd9c448d80165cbc97646c995795d421127aaefa7513f6924c6f2f8991a6fb7027e4638ed8c850110a5a9550ecde5eb5e5bf37f2ffc52d708c01fb699f84f872330e1b96180bf8023ba4bf1cac08305047d7c7ea38965ac8c2cf9c0ea6598524c0e4466e068d51d046a616e619422b93500aba134a5c7c462768b8a03c2ac3c77a9422dd459e07ea01110101ac9b4b9b7b871887a045fcbef3af08590787443496618728dcfec85a57d0f9808'
  const goldenProof =
    '02545f4bc90f14e9779cbcd106c5f9b4cf88c31824bd8450f018926c748c1ec4200770679d42508c9fe9b483bbfc8df49b0805e05e54cd9d996672403d8e0eca01'

  const recorded = async (): Promise<readonly Bytes[]> => {
    const record: Bytes[] = []
    const { ends } = memoryLink(await prints(), (from, message) => void (from === 0 && record.push(message)))
    const own = shakeHands(ends[0], janas, await nonceOf('Jana'))
    await Promise.all([own, shakeHands(ends[1], cems, await nonceOf('Cem'))])
    return record
  }

  test('of hello, proof and open, byte by byte', async () => {
    expect((await recorded()).map(toHex)).toEqual([goldenHello, goldenProof, '14'])
  })

  test('another implementation makes the same by the description alone', async () => {
    const [hello, proof] = await recorded()
    const nonce = await nonceOf('Jana')
    const key = hkdfSync('sha256', await fixedSecret('Epoche 1'), new Uint8Array(), 'lotse/door/1', 32)
    const tag = createHmac('sha256', Buffer.from(key)).update(nonce).digest()
    const head = Buffer.concat([Uint8Array.of(1, 1), nonce, Uint8Array.of(1), tag])
    expect(toHex(hello!.slice(0, head.length))).toBe(head.toString('hex'))
    const cemsHello = encodeHello({
      version: 1,
      nonce: await nonceOf('Cem'),
      tags: [
        new Uint8Array(
          createHmac('sha256', Buffer.from(key))
            .update(await nonceOf('Cem'))
            .digest(),
        ),
      ],
      chain: cems.chain,
    })
    const signed = joinBytes(
      textBytes('lotse/auth/1\0I'),
      nonce,
      await nonceOf('Cem'),
      ...(await prints()),
      await sha256(hello!),
      await sha256(cemsHello),
    )
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(hall.jana.signingPublic).toString('base64url') }
    expect(verify(null, signed, createPublicKey({ key: jwk, format: 'jwk' }), proof!.slice(1))).toBe(true)
  })

  test('of refusals: each reason has a number of its own, and unknown ones are read as such', () => {
    expect(toHex(encodeDeny('reflection'))).toBe('0302')
    expect(toHex(encodeDeny('membership cannot be read'))).toBe('030f')
    expect(decodeDeny(Uint8Array.of(3, 6))).toBe('proof is wrong')
    expect([decodeDeny(Uint8Array.of(3, 99)), decodeDeny(Uint8Array.of(3)), decodeDeny(encodeDeny('other'))]).toEqual([
      'other',
      'other',
      'other',
    ])
    expect(decodeDeny(Uint8Array.of(4, 6))).toBeUndefined()
  })
})
