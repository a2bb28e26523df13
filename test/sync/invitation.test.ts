import * as fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { sha256, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { fromBase64Url, toBase64Url } from '../../src/sync/base64url.ts'
import { joinLink, readCode, writeCode } from '../../src/sync/code.ts'
import { InvitationBook } from '../../src/sync/invitation-book.ts'
import { makeInvitation, readInvitation, writeInvitation, type Invitation } from '../../src/sync/invitation.ts'
import { isReplyTo, readReply, writeReply } from '../../src/sync/reply.ts'
import { readSdp } from '../../src/sync/sdp.ts'
import { refusalOf, valueOf } from '../journal/office.ts'
import { mutations } from '../support/mutations.ts'
import { candidate, description, firefoxOffer } from './descriptions.ts'

const now = Date.UTC(2026, 10, 16, 8)
const minute = 60_000
const named = (name: string): Promise<Bytes> => sha256(textBytes(name))
const place = { workspace: await named('Musterstadt'), device: await named('Janas Laptop') }
const secretOf = async (name: string): Promise<Bytes> => (await named(name)).slice(0, 16)

const janas = async (secret = 'einmal'): Promise<Invitation> =>
  makeInvitation(place, await description(), now, await secretOf(secret))
const cems = () => description({ ufrag: 'Cem1', candidates: [candidate('192.0.2.20', 50_000)] })

const goldenInvitation =
  'AQGbulK2vr9M8KTsclseCdpNPFYJ6FUuWu04UNC2UQUnf1-IDlK_Klxvd8FBc_M5q1v5-eGudVN1YWr6ulgEJLZ_GGvZtEDnXSlwoM9FsnRxCsXCtGdAutcpKI8V9n26jkHvqy_3cRByCj-jpCxPAhWDi679AgJSVQQLekdMAZ4YIHoyY-hgixACF_vKSIuvRretcPB82UcuoKD6MmVwfw'
const goldenReply =
  'AgFQsjtiwig7hwQJ6bUYa9m0QOddKXCgz0WydHEKxcK0Z0C61ykojxX2fbqOQe-rL_dxEHIKP6OkLE8CFYOLrv0BAMAAAhTDUB417ymJeqRytCpJVqvntDY5Kk52'

describe('format 1', () => {
  test('an invitation, sign by sign', async () => {
    const text = await writeInvitation(await janas())
    expect(text).toBe(goldenInvitation)
    expect(valueOf(await readInvitation(text, now))).toEqual(await janas())
  })

  test('a reply, sign by sign', async () => {
    const text = await writeReply(await janas(), await cems())
    expect(text).toBe(goldenReply)
    const reply = valueOf(await readReply(text))
    expect(reply.description).toEqual(await cems())
    expect(await isReplyTo(await janas(), reply)).toBe(true)
    expect(await isReplyTo(await janas('ein anderes Mal'), reply)).toBe(false)
  })

  test('of base64url: one byte string has one text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), bytes => {
        const text = toBase64Url(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64Url(text)).toEqual(bytes)
      }),
    )
    for (const text of ['A', 'AB', 'AAB', 'AA==', 'AA AA', 'AAÄA', 'AA+A', 'AA/A']) {
      expect(fromBase64Url(text), text).toBeUndefined()
    }
  })
})

describe('an invitation', () => {
  test('has at most 280 signs, however many ways lead to the device', async () => {
    const ways = Array.from({ length: 7 }, (_, index) => candidate(`fd00::${index}`, 40_000 + index))
    const relay = candidate('198.51.100.9', 61_000, 'relay')
    for (const ufrag of ['JLZ/', 'a'.repeat(32)]) {
      for (const password of ['b'.repeat(22), 'c'.repeat(64)]) {
        const given = await description({ ufrag, password, candidates: [...ways, relay] })
        const text = await writeInvitation(makeInvitation(place, given, now))
        expect(text.length).toBeLessThanOrEqual(280)
        const { candidates } = valueOf(await readInvitation(text, now)).description
        expect(candidates[0]).toEqual(ways[0])
        expect(candidates.length).toBeGreaterThanOrEqual(1)
      }
    }
    const usual = valueOf(
      await readInvitation(await writeInvitation(makeInvitation(place, readSdp(firefoxOffer)!, now)), now),
    )
    expect(usual.description).toEqual(readSdp(firefoxOffer))
  })

  test('never has the same secret twice', async () => {
    const secrets = await Promise.all(
      [1, 2].map(async () => toHex(makeInvitation(place, await description(), now).secret)),
    )
    expect(new Set(secrets).size).toBe(2)
    expect(secrets[0]).toHaveLength(32)
  })

  test('comes out of a link, and of a mail that broke it into lines', async () => {
    const code = await writeInvitation(await janas())
    const link = joinLink('https://lotse.rathaus.example/app/#/t/bau/board', code)
    expect(link).toBe(`https://lotse.rathaus.example/app/#/join/${code}`)
    const broken = `${link.slice(0, 60)}\r\n  ${link.slice(60, 170)}\u200b\u00ad${link.slice(170)}\n`
    for (const text of [link, broken, `  ${code}\n`]) {
      expect(valueOf(await readInvitation(text, now))).toEqual(await janas())
    }
  })

  test('ends after ten minutes; the reader, whose clock may be behind, waits five more', async () => {
    const text = await writeInvitation(await janas())
    expect((await readInvitation(text, now + 15 * minute)).ok).toBe(true)
    expect(refusalOf(await readInvitation(text, now + 15 * minute + 1))).toEqual({
      because: 'invitation has ended',
      ended: now + 10 * minute,
    })
  })
})

describe('a code that is none is refused and says why', () => {
  test.each([
    ['nothing', ''],
    ['a word', 'Moin'],
    ['the beginning of one', 'AQE'],
    ['a link without one', 'https://lotse.rathaus.example/#/join/'],
    ['a whole file', 'A'.repeat(100_000)],
  ])('%s', async (_, text) => {
    expect(refusalOf(await readInvitation(text, now))).toEqual({ because: 'code is damaged' })
    expect(refusalOf(await readReply(text))).toEqual({ because: 'code is damaged' })
  })

  test('any sign changed, lost or doubled', async () => {
    const code = await writeInvitation(await janas())
    for (let at = 0; at < code.length; at++) {
      const other = code[at] === 'A' ? 'B' : 'A'
      const [before, after] = [code.slice(0, at), code.slice(at + 1)]
      for (const text of [before + other + after, before + after, before + code[at] + code[at] + after]) {
        expect((await readInvitation(text, now)).ok, text).toBe(false)
      }
    }
  })

  test('an invitation where the reply belongs, and the other way round', async () => {
    const [invitation, reply] = [await writeInvitation(await janas()), await writeReply(await janas(), await cems())]
    expect(refusalOf(await readReply(invitation))).toEqual({ because: 'code is of another kind', kind: 'invitation' })
    expect(refusalOf(await readInvitation(reply, now))).toEqual({ because: 'code is of another kind', kind: 'reply' })
  })

  test('a code of a newer app, and one of a kind nobody knows', async () => {
    const ofHead = async (...head: number[]): Promise<string> => {
      const bytes = Uint8Array.of(...head, 1, 2, 3)
      return toBase64Url(Uint8Array.of(...bytes, ...(await sha256(bytes)).slice(0, 4)))
    }
    expect(refusalOf(await readCode(['invitation'], await ofHead(1, 2)))).toEqual({
      because: 'code is newer',
      version: 2,
    })
    expect(refusalOf(await readCode(['invitation'], await ofHead(9, 1)))).toEqual({ because: 'code is damaged' })
    expect(refusalOf(await readInvitation(await ofHead(1, 1), now))).toEqual({ because: 'code is damaged' })
    expect(refusalOf(await readReply(await ofHead(2, 1)))).toEqual({ because: 'code is damaged' })
  })

  test('whatever the body is, nothing is thrown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 260 }),
        fc.constantFrom('invitation', 'reply'),
        async (body, kind) => {
          const text = await writeCode(kind, body)
          expect((await readInvitation(text, now)).ok || (await readReply(text)).ok).toBe(false)
        },
      ),
      { numRuns: 100 },
    )
  })

  test('whatever signs are changed, it is refused or says the same', async () => {
    const signs = fc.constantFrom(
      ...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_',
      ' ',
      '=',
      'ä',
      '',
    )
    const change = fc.tuple(fc.nat(), signs)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(goldenInvitation, goldenReply),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        async (golden, changes) => {
          const text = [...golden]
          for (const [at, sign] of changes) text[at % text.length] = sign
          const kind = golden === goldenInvitation ? readInvitation(text.join(''), now) : readReply(text.join(''))
          const [given, wanted] = [
            await kind,
            golden === goldenInvitation ? await readInvitation(golden, now) : await readReply(golden),
          ]
          if (given.ok) expect(given).toEqual(wanted)
        },
      ),
      { numRuns: mutations, verbose: 1 },
    )
  })
})

describe('Jana keeps the book of her invitations', () => {
  let book: InvitationBook<string>
  let invitation: Invitation
  const replyTo = async (to: Invitation) => writeReply(to, await cems())

  beforeEach(async () => {
    book = new InvitationBook()
    invitation = await janas()
    await book.note(invitation, 'Angebot für Cem')
  })

  test('a reply opens the offer it answers, once', async () => {
    await book.note(await janas('Dörte'), 'Angebot für Dörte')
    const text = await replyTo(invitation)
    expect(valueOf(await book.redeem(text, now + minute))).toEqual({
      invitation,
      offer: 'Angebot für Cem',
      description: await cems(),
      isMember: false,
    })
    expect(refusalOf(await book.redeem(text, now + minute))).toEqual({ because: 'invitation is used' })
    expect(valueOf(await book.redeem(await replyTo(await janas('Dörte')), now)).offer).toBe('Angebot für Dörte')
  })

  test('two replies at the same moment: one opens it', async () => {
    const text = await replyTo(invitation)
    const results = await Promise.all([book.redeem(text, now), book.redeem(text, now)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('after ten minutes by her clock it opens nothing, and the offer is closed once', async () => {
    const text = await replyTo(invitation)
    expect(book.endedBy(now + 10 * minute - 1)).toEqual([])
    expect(refusalOf(await book.redeem(text, now + 10 * minute))).toMatchObject({ because: 'invitation has ended' })
    expect(book.endedBy(now + 10 * minute)).toEqual(['Angebot für Cem'])
    expect(book.endedBy(now + 10 * minute)).toEqual([])
    expect(refusalOf(await book.redeem(text, now + 10 * minute))).toEqual({
      because: 'invitation has ended',
      ended: now + 10 * minute,
    })
  })

  test('taken back it opens nothing; used it cannot be taken back', async () => {
    const text = await replyTo(invitation)
    expect(await book.takeBack(invitation)).toBe('Angebot für Cem')
    expect(await book.takeBack(invitation)).toBeUndefined()
    expect(refusalOf(await book.redeem(text, now))).toEqual({ because: 'invitation was taken back' })
    const other = await janas('Dörte')
    await book.note(other, 'Angebot für Dörte')
    valueOf(await book.redeem(await replyTo(other), now))
    expect(await book.takeBack(other)).toBeUndefined()
  })

  test('a reply to somebody else, and one by somebody who only saw the tag of hers', async () => {
    const foreign = { because: 'reply is to an unknown invitation' }
    expect(refusalOf(await book.redeem(await replyTo(await janas('Nachbaramt')), now))).toEqual(foreign)
    const { body } = valueOf(await readCode(['reply'], await replyTo(invitation)))
    const forged = await writeCode(
      'reply',
      body.map((byte, at) => (at === body.length - 1 ? byte ^ 1 : byte)),
    )
    expect(refusalOf(await book.redeem(forged, now))).toEqual(foreign)
    expect((await book.redeem(await replyTo(invitation), now)).ok).toBe(true)
  })

  test('her own invitation pasted in place of the reply', async () => {
    expect(refusalOf(await book.redeem(await writeInvitation(invitation), now))).toEqual({
      because: 'code is of another kind',
      kind: 'invitation',
    })
  })
})
