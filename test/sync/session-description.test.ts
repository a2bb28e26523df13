import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toHex } from '../../src/journal/bytes.ts'
import { readWhole } from '../../src/journal/read-whole.ts'
import { addressText, readAddress } from '../../src/sync/network-address.ts'
import { readSdp, writeSdp } from '../../src/sync/sdp.ts'
import {
  encodeDescription,
  mostCandidates,
  readDescription,
  shortlist,
  type SessionDescription,
} from '../../src/sync/session-description.ts'
import { fromHex } from '../journal/office.ts'
import { candidate, chromiumOffer, description, firefoxOffer, hidden } from './descriptions.ts'

const decode = (bytes: Uint8Array): SessionDescription | undefined => readWhole(bytes, readDescription)

const golden = [
  '0424b67f186bd9b440e75d2970a0cf45b274710ac5c2b4',
  '6740bad729288f15f67dba8e41efab2ff77110720a3fa3a42c4f0215838baefd',
  '02025255040b7a474c019e18207a3263e8608b100217fbca488baf46b7ad70f07cd9472ea0a0fa',
].join('')

describe('an address', () => {
  test.each<[text: string, family: string, hex: string, again: string]>([
    ['192.0.2.7', 'ipv4', 'c0000207', '192.0.2.7'],
    ['fd00::7:0:0:1', 'ipv6', 'fd000000000000000007000000000001', 'fd00:0000:0000:0000:0007:0000:0000:0001'],
    ['::1', 'ipv6', '00000000000000000000000000000001', '0000:0000:0000:0000:0000:0000:0000:0001'],
    ['2001:DB8::', 'ipv6', '20010db8000000000000000000000000', '2001:0db8:0000:0000:0000:0000:0000:0000'],
    ['1:2:3:4:5:6:7:8', 'ipv6', '00010002000300040005000600070008', '0001:0002:0003:0004:0005:0006:0007:0008'],
    [hidden[0], 'mdns', '5255040b7a474c019e18207a3263e860', hidden[0]],
  ])('%s is read', (text, family, hex, again) => {
    const address = readAddress(text)
    expect(address).toEqual({ family, bytes: fromHex(hex) })
    expect(addressText(address!)).toBe(again)
    expect(readAddress(again)).toEqual(address)
  })

  test.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '1.2.3.4.5',
    '01.2.3.4 ',
    'laptop.rathaus.example',
    'localhost',
    'abc.local',

    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '::12345',
    '1:2:3:4:5:6:7:8::',
    'fe80::1%eth0',
    '::ffff:1.2.3.4',
    `${hidden[0]}.example`,
    `x${hidden[0]}`,
  ])('"%s" is none', text => {
    expect(readAddress(text)).toBeUndefined()
  })
})

describe('what the own browser wrote', () => {
  test('Chromium: the better candidate first', () => {
    expect(readSdp(chromiumOffer)).toEqual({
      ufrag: 'JLZ/',
      password: 'a9m0QOddKXCgz0WydHEKxcK0',
      fingerprint: fromHex('1eaffe8382047d9279282a8b2ffe8a964f5adabaeada5e1e346c92b51a74a524'),
      candidates: [candidate(hidden[0], 35_600), candidate(hidden[1], 41_210)],
    })
  })

  test('Firefox: names, TCP and other components are left out', () => {
    expect(readSdp(firefoxOffer)).toMatchObject({
      ufrag: '9b1fa1c4',
      password: '89e5e4a3ba36fb38ec3bb4ef0c8dbd92',
      candidates: [
        candidate('192.0.2.7', 52_043),
        candidate('fd00::7:0:0:1', 52_044),
        candidate('198.51.100.4', 52_043, 'srflx'),
        candidate('198.51.100.9', 61_000, 'relay'),
      ],
    })
  })

  test('no network: a description without candidates', () => {
    expect(readSdp(chromiumOffer.replaceAll(/a=candidate.*\r\n/g, ''))?.candidates).toEqual([])
  })

  test.each([
    ['no user fragment', /a=ice-ufrag.*\r\n/],
    ['no password', /a=ice-pwd.*\r\n/],
    ['no fingerprint', /a=fingerprint.*\r\n/],
    ['a fingerprint of another kind', /sha-256/],
    ['a fingerprint cut short', /:24\r\n/],
  ])('%s: none at all', (_, gone) => {
    expect(readSdp(chromiumOffer.replace(gone, ''))).toBeUndefined()
  })

  test('of many candidates eight, and one of each kind among them', async () => {
    const many = Array.from({ length: 20 }, (_, index) => candidate(`192.0.2.${index}`, 1000 + index))
    const relay = candidate('198.51.100.9', 61_000, 'relay')
    const listed = shortlist([...many, relay], mostCandidates)
    expect(listed).toEqual([...many.slice(0, 7), relay])
    expect(shortlist([...many, relay], 1)).toEqual([many[0]])
  })
})

describe('format 1', () => {
  test('a description, byte by byte', async () => {
    const given = await description()
    expect(toHex(encodeDescription(given))).toBe(golden)
    expect(decode(fromHex(golden))).toEqual(given)
  })

  test('Firefox comes through it as well', () => {
    const given = readSdp(firefoxOffer)!
    expect(decode(encodeDescription(given))).toEqual(given)
  })

  test('is written as SDP in one form', async () => {
    const given = await description({
      candidates: [candidate(hidden[0], 35_600), candidate('198.51.100.4', 7, 'srflx')],
    })
    const lines = writeSdp('answer', given).split('\r\n')
    expect(lines).toContain(`a=candidate:1 1 udp 2130706431 ${hidden[0]} 35600 typ host`)
    expect(lines).toContain('a=candidate:2 1 udp 1694498559 198.51.100.4 7 typ srflx raddr 0.0.0.0 rport 0')
    expect(lines).toContain('a=setup:active')
    expect(writeSdp('offer', given)).toContain('a=setup:actpass\r\n')
    expect(readSdp(lines.join('\r\n'))).toEqual(given)
  })
})

describe('bytes from anybody', () => {
  const head = '0424b67f186bd9b440e75d2970a0cf45b274710ac5c2b4'
  const print = 'ab'.repeat(32)
  const one = '0100c00002071f90'

  test('a description with one candidate is the least', () => {
    expect(decode(fromHex(head + print + one))?.candidates).toEqual([candidate('192.0.2.7', 8080)])
  })

  test.each([
    ['nothing', ''],
    ['a byte too many', `${head}${print}${one}00`],
    ['a byte too few', `${head}${print}${one}`.slice(0, -2)],
    ['no candidate', `${head}${print}00`],
    ['nine candidates', `${head}${print}09${one.slice(2).repeat(9)}`],
    ['a user fragment of three signs', `0324b640${head.slice(8)}${print}${one}`],
    ['a user fragment of 33 signs', `21${'00'.repeat(25)}${head.slice(8)}${print}${one}`],
    ['a password of 21 signs', `0424b67f15${'00'.repeat(16)}${print}${one}`],
    ['left-over bits that are not zero', `0524b67f01${head.slice(8)}${print}${one}`],
    ['a kind that does not exist', `${head}${print}0130c00002071f90`],
    ['a family that does not exist', `${head}${print}0103c00002071f90`],
    ['port 0', `${head}${print}0100c00002070000`],
  ])('%s is none', (_, hex) => {
    expect(decode(fromHex(hex))).toBeUndefined()
  })

  test('whatever they say, the browser is given lines of one form, and one byte string has one meaning', () => {
    const form =
      /^(v=0|o=- 1 2 IN IP4 127\.0\.0\.1|s=-|t=0 0|a=group:BUNDLE 0|m=application 9 UDP\/DTLS\/SCTP webrtc-datachannel|c=IN IP4 0\.0\.0\.0|a=candidate:\d 1 udp \d+ [0-9a-f.:-]+(\.local)? \d+ typ (host|srflx raddr 0\.0\.0\.0 rport 0|relay raddr 0\.0\.0\.0 rport 0)|a=ice-ufrag:[A-Za-z0-9+/]{4,32}|a=ice-pwd:[A-Za-z0-9+/]{22,64}|a=fingerprint:sha-256 [0-9A-F]{2}(:[0-9A-F]{2}){31}|a=setup:actpass|a=mid:0|a=sctp-port:5000|a=max-message-size:262144|)$/
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
    const anyCandidate = fc.tuple(
      fc.nat({ max: 2 }),
      fc.nat({ max: 2 }),
      bytes(16),
      fc.integer({ min: 1, max: 65_535 }),
    )
    const wild = fc
      .tuple(bytes(3), bytes(18), bytes(32), fc.array(anyCandidate, { minLength: 1, maxLength: 8 }))
      .map(([ufrag, password, print, candidates]) => {
        const coded = candidates.map(([kind, family, address, port]) => [
          kind * 16 + family,
          ...address.slice(0, family === 0 ? 4 : 16),
          port >> 8,
          port & 255,
        ])
        return Uint8Array.of(4, ...ufrag, 24, ...password, ...print, coded.length, ...coded.flat())
      })
    fc.assert(
      fc.property(wild, given => {
        const read = decode(given)
        expect(read).toBeDefined()
        expect(
          writeSdp('offer', read!)
            .split('\r\n')
            .filter(line => !form.test(line)),
        ).toEqual([])
        expect(readSdp(writeSdp('offer', read!))?.candidates).toEqual(shortlist(read!.candidates, 8).toSorted(byKind))
        expect(toHex(encodeDescription(read!))).toBe(toHex(given))
      }),
      { numRuns: 300 },
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), given => decode(given) === undefined))
  })
})

const rank = { host: 0, srflx: 1, relay: 2 } as const
const byKind = (a: { kind: keyof typeof rank }, b: { kind: keyof typeof rank }) => rank[a.kind] - rank[b.kind]
