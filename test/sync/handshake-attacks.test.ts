import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { toHex, type Bytes } from '../../src/journal/bytes.ts'
import { decodeDeny, type DenyReason } from '../../src/sync/door-refusal.ts'
import { shakeHands, type Door } from '../../src/sync/handshake.ts'
import { decodeHello, encodeHello } from '../../src/sync/hello.ts'
import type { CloseReason, StrangerLink } from '../../src/sync/link.ts'
import { fixedRoot, refusalOf } from '../journal/office.ts'
import { memoryLink } from '../support/memory-link.ts'
import { fingerprintOf } from './descriptions.ts'
import { chainOf, endsOf, epochKeys, nonceOf, prints, settled, townHall, type TownHall } from './doors.ts'

let hall: TownHall
let janas: Door
let cems: Door
/** What honest people have said. */
let said: Bytes[]

beforeEach(async () => {
  hall = await townHall()
  janas = await hall.doorOf(hall.jana, 'jana')
  cems = await hall.doorOf(hall.cem, 'cem')
  said = []
})

const typesOf = (messages: readonly Bytes[]): readonly (number | undefined)[] => messages.map(message => message[0])
/** Everything that is neither a hello nor a proof nor a refusal. */
const contentIn = (messages: readonly Bytes[]) => typesOf(messages).filter(type => ![1, 2, 3].includes(Number(type)))

/** A way to Jana. What she says is noted. */
const wayToJana = async (): Promise<readonly [jana: StrangerLink, mallory: StrangerLink]> =>
  memoryLink(await prints(), (from, message) => void (from === 0 && said.push(message))).ends

/** What Mallory does on her end of a way to Jana. */
type Attack = (link: StrangerLink, hall: TownHall) => Promise<void> | void

const honestHello = async (changes: Partial<Parameters<typeof encodeHello>[0]> = {}): Promise<Bytes> => {
  const nonce = changes.nonce ?? (await nonceOf('Mallory'))
  const [key] = await epochKeys(1)
  const tag = new Uint8Array(await crypto.subtle.sign('HMAC', key!, nonce))
  return encodeHello({ version: 1, nonce, tags: [tag], chain: cems.chain, ...changes })
}

const mirror: Attack = link => void link.onMessage(message => void link.send(message))

/** Says a hello and then whatever comes to mind. */
const after =
  (...messages: readonly Uint8Array<ArrayBuffer>[]): Attack =>
  async link => {
    await link.send(await honestHello())
    for (const message of messages) await link.send(message)
  }

const attacks: readonly [name: string, because: DenyReason, closing: CloseReason, attack: Attack][] = [
  ['holds a mirror', 'reflection', 'denied', mirror],
  [
    'mirrors with a nonce of her own',
    'door is another',
    'denied',
    async link => {
      const nonce = await nonceOf('Mallory')
      link.onMessage(message => {
        const hello = decodeHello(message)
        void link.send(hello ? encodeHello({ ...hello, nonce }) : message)
      })
    },
  ],
  [
    'shows the certificate of Cem, which she has seen somewhere',
    'proof is wrong',
    'denied',
    async (link, { mallory, doorOf }) => {
      const door = await doorOf(mallory, 'mallory', { chain: cems.chain, device: mallory.id })
      await shakeHands(link, door)
    },
  ],
  [
    'made her certificate herself',
    'certificate is wrong',
    'denied',
    async (link, { mallory, doorOf }) => {
      const chain = await chainOf(await fixedRoot('Mallorys Reich'), mallory, 'cem')
      await shakeHands(link, await doorOf(mallory, 'mallory', { chain }))
    },
  ],
  [
    'has no certificate',
    'certificate is wrong',
    'denied',
    async link => void link.send(await honestHello({ chain: new Uint8Array() })),
  ],
  [
    'knows the address and nothing else',
    'door is another',
    'denied',
    async link => void link.send(await honestHello({ tags: [await nonceOf('geraten')] })),
  ],
  ['has no tag at all', 'door is another', 'denied', async link => void link.send(await honestHello({ tags: [] }))],
  [
    'was removed yesterday and kept her keys',
    'device is removed',
    'denied',
    async (link, { mallory, removed, doorOf }) => {
      removed.add(toHex(mallory.id))
      await shakeHands(link, await doorOf(mallory, 'mallory'))
    },
  ],
  [
    'runs a copy of Jana’s profile',
    'device is the same',
    'denied',
    async (link, { jana, doorOf }) => void shakeHands(link, await doorOf(jana, 'jana')),
  ],
  ['comes from the future', 'version is unknown', 'denied', async link => link.send(await honestHello({ version: 2 }))],
  ['sends a proof that is no signature', 'proof is wrong', 'denied', after(Uint8Array.of(2, 1, 2, 3))],
  ['sends an empty proof', 'proof is wrong', 'denied', after(Uint8Array.of(2))],
  ['sends sixty-four zeros', 'proof is wrong', 'denied', after(new Uint8Array(65).fill(2, 0, 1))],
  ['begins with content', 'message is out of turn', 'malformed', link => link.send(Uint8Array.of(7, 1, 2, 3))],
  ['goes on with content', 'message is out of turn', 'malformed', after(Uint8Array.of(7, 1, 2, 3))],
  ['says she is in, without a proof', 'message is out of turn', 'malformed', after(Uint8Array.of(20))],
  ['says hello twice', 'message is out of turn', 'malformed', async link => after(await honestHello())(link, hall)],
  ['says nothing in an empty message', 'message is out of turn', 'malformed', link => link.send(new Uint8Array())],
  [
    'breaks off her hello',
    'message is malformed',
    'malformed',
    async link => link.send((await honestHello()).slice(0, 40)),
  ],
  [
    'shows four tags',
    'message is malformed',
    'malformed',
    async link => {
      const tag = await nonceOf('eins')
      return link.send(await honestHello({ tags: [tag, tag, tag, tag] }))
    },
  ],
]

describe('Mallory is refused, hears why, and not a byte of content', () => {
  test.each(attacks)('who %s: %s', async (_, because, closing, attack) => {
    const [link, mallorys] = await wayToJana()
    const [ended, hers] = [endsOf(link), endsOf(mallorys)]
    const result = shakeHands(link, janas)
    void attack(mallorys, hall)
    expect(refusalOf(await result)).toEqual({ because, by: 'here' })
    await expect.poll(() => [ended, hers]).toEqual([[closing], [closing]])
    expect(contentIn(said)).toEqual([])
    // Her own hello may still have been on its way.
    expect(said.map(decodeDeny).findLast(reason => reason !== undefined)).toBe(because)
  })

  test('who stands between two ways and passes everything on: neither believes it', async () => {
    const [janasPrint, cemsPrint] = await prints()
    const [left, right] = [await fingerprintOf('Mallory links'), await fingerprintOf('Mallory rechts')]
    const tap = (side: 0 | 1) => (from: 0 | 1, message: Bytes) => void (from === side && said.push(message))
    const toJana = memoryLink([janasPrint, left], tap(0)).ends
    const toCem = memoryLink([right, cemsPrint], tap(1)).ends
    toJana[1].onMessage(message => void toCem[0].send(message))
    toCem[0].onMessage(message => void toJana[1].send(message))
    const [one, other] = await Promise.all([shakeHands(toJana[0], janas), shakeHands(toCem[1], cems)])
    expect(refusalOf(one)).toMatchObject({ because: 'proof is wrong' })
    expect(refusalOf(other)).toMatchObject({ because: 'proof is wrong' })
    expect(contentIn(said)).toEqual([])
  })

  test('who plays back what Cem once said', async () => {
    const record: Bytes[] = []
    const { ends } = memoryLink(await prints(), (from, message) => void (from === 1 && record.push(message)))
    await Promise.all([shakeHands(ends[0], janas), shakeHands(ends[1], cems)])
    const [link, mallorys] = await wayToJana()
    const result = shakeHands(link, janas)
    for (const message of record) await mallorys.send(message)
    expect(refusalOf(await result)).toEqual({ because: 'proof is wrong', by: 'here' })
  })

  test('who sends Jana’s own proof back to her', async () => {
    const [link, mallorys] = await wayToJana()
    const result = shakeHands(link, janas)
    await mallorys.send(await honestHello({ chain: cems.chain }))
    mallorys.onMessage(message => void (message[0] === 2 && mallorys.send(message)))
    expect(refusalOf(await result)).toEqual({ because: 'proof is wrong', by: 'here' })
  })

  test.each([
    ['at once', async (link: StrangerLink) => link.send(new Uint8Array(8_193))],
    ['as a hello', async (link: StrangerLink) => link.send(await honestHello({ chain: new Uint8Array(9_000) }))],
    [
      'in small pieces',
      async (link: StrangerLink) => {
        for (let piece = 0; piece < 10; piece++) await link.send(new Uint8Array(1_000).fill(200))
      },
    ],
  ])('who sends more than 8 KiB before her proof, %s', async (_, attack) => {
    const [link, mallorys] = await wayToJana()
    const hers = endsOf(mallorys)
    const result = shakeHands(link, janas)
    void attack(mallorys)
    expect(refusalOf(await result)).toEqual({ because: 'link ended', why: 'too much' })
    await expect.poll(() => hers).toEqual(['too much'])
    expect(said.every(message => message[0] === 1)).toBe(true)
  })

  test.each([
    ['from the first moment', async () => undefined, [1]],
    ['after her hello', async (link: StrangerLink) => link.send(await honestHello()), [1, 2]],
  ])('who is silent %s: for ten seconds, not for longer', async (_, attack, before) => {
    const [link, mallorys] = await wayToJana()
    const hers = endsOf(mallorys)
    const result = shakeHands(link, janas)
    await attack(mallorys)
    await settled()
    hall.clock.pass(9_999)
    await settled()
    expect([hers, typesOf(said)]).toEqual([[], before])
    hall.clock.pass(1)
    expect(refusalOf(await result)).toEqual({ because: 'silence', by: 'here' })
    await expect.poll(() => hers).toEqual(['silent'])
    expect(typesOf(said)).toEqual([...before, 3])
  })

  test('who keeps talking about nothing has ten seconds in all', async () => {
    const [link, mallorys] = await wayToJana()
    const result = shakeHands(link, janas)
    for (let second = 0; second < 10; second++) {
      await mallorys.send(Uint8Array.of(200))
      await settled()
      hall.clock.pass(1_000)
    }
    expect(refusalOf(await result)).toEqual({ because: 'silence', by: 'here' })
  })

  test('whatever she says, Jana’s side never throws and never opens', async () => {
    const messages = fc.array(
      fc.tuple(fc.constantFrom(0, 1, 2, 3, 7, 19, 20, 200), fc.uint8Array({ maxLength: 200 })),
      { maxLength: 6 },
    )
    await fc.assert(
      fc.asyncProperty(messages, async said => {
        const [link, mallorys] = await wayToJana()
        const result = shakeHands(link, janas)
        for (const [type, rest] of said) await mallorys.send(Uint8Array.of(type, ...rest))
        mallorys.close('left')
        expect((await result).ok).toBe(false)
      }),
      { numRuns: 100 },
    )
    expect(contentIn(said)).toEqual([])
  })
})
