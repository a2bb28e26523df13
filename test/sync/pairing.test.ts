import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { refuse } from '../../src/domain/kernel/result.ts'
import { joinBytes, sha256, textBytes, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { joinByInvitation } from '../../src/sync/join-by-invitation.ts'
import { makeInvitation } from '../../src/sync/invitation.ts'
import type { StrangerLink } from '../../src/sync/link.ts'
import { decodePairingHello, encodePairingHello, labelOf } from '../../src/sync/pairing-messages.ts'
import { receiveNewDevice, type Asked } from '../../src/sync/receive-new-device.ts'
import { fixedRoot, refusalOf, valueOf } from '../journal/office.ts'
import { memoryLink } from '../support/memory-link.ts'
import { description } from './descriptions.ts'
import { endsOf, nonceOf, prints, settled } from './doors.ts'
import { invited, type Invited } from './pairings.ts'

let scene: Invited
/** What each side has said. */
let janaSaid: Bytes[]
let doerteSaid: Bytes[]

const way = async (): Promise<readonly [jana: StrangerLink, doerte: StrangerLink]> =>
  memoryLink(await prints(), (from, message) => (from === 0 ? janaSaid : doerteSaid).push(message)).ends
const typesOf = (messages: readonly Bytes[]) => messages.map(message => message[0])

const pair = async (changed: Partial<Invited> = {}) => {
  const { invitation, janas, doertes } = { ...scene, ...changed }
  const [left, right] = await way()
  const [one, other] = await Promise.all([
    receiveNewDevice(left, invitation, janas),
    joinByInvitation(right, invitation, doertes),
  ])
  return { one, other, ends: endsOf(left, right) }
}

beforeEach(async () => {
  scene = await invited()
  janaSaid = []
  doerteSaid = []
})

describe('Dörte joins with a new telephone', () => {
  test('both see the same six digits, Jana confirms, and from then on they know each other', async () => {
    const { one, other, ends } = await pair()
    expect(valueOf(one).peer).toMatchObject({ person: 'doerte', id: scene.doerte.id })
    expect(valueOf(other).peer).toMatchObject({ person: 'jana', id: scene.hall.jana.id })
    const [asked] = scene.asked
    expect(asked).toMatchObject({ label: 'Dörte Petersen', device: { id: scene.doerte.id } })
    expect(asked!.code).toMatch(/^\d{6}$/)
    expect(scene.shownToDoerte).toEqual([`Jana Vogt: ${asked!.code}`])
    expect(scene.admitted).toEqual(['Dörte Petersen'])
    expect([typesOf(janaSaid), typesOf(doerteSaid)]).toEqual([
      [21, 22, 23, 1, 2, 20],
      [21, 22, 24, 1, 2, 20],
    ])
    scene.hall.clock.pass(60 * 60_000)
    expect(ends).toEqual([])
  })

  test('Jana takes her time; meanwhile nothing is said', async () => {
    let decide: (yes: boolean) => void = () => undefined
    scene = await invited(() => new Promise(resolve => (decide = resolve)))
    const pairing = pair()
    await expect.poll(() => [scene.asked.length, scene.shownToDoerte.length]).toEqual([1, 1])
    scene.hall.clock.pass(4 * 60_000)
    await settled()
    expect([typesOf(janaSaid), typesOf(doerteSaid), scene.admitted]).toEqual([[21, 22], [21, 22], []])
    decide(true)
    const { one, other } = await pairing
    expect([one.ok, other.ok]).toEqual([true, true])
  })

  test('a large membership log goes over, too', async () => {
    const admit: Invited['janas']['admit'] = async (...asked) => {
      const admission = valueOf(await scene.janas.admit(...asked))
      return { ok: true, value: { ...admission, entries: [...admission.entries, new Uint8Array(2_000_000)] } }
    }
    const { one, other } = await pair({ janas: { ...scene.janas, admit } })
    expect([one.ok, other.ok]).toEqual([true, true])
  })
})

describe('nobody joins, and both learn why', () => {
  const content = (): readonly unknown[] => [...typesOf(janaSaid), ...typesOf(doerteSaid)].filter(type => type === 23)

  test('the digits differ, says Jana', async () => {
    scene = await invited(async () => false)
    const { one, other, ends } = await pair()
    expect(refusalOf(one)).toEqual({ because: 'not confirmed', by: 'here' })
    expect(refusalOf(other)).toEqual({ because: 'not confirmed', by: 'there' })
    expect([content(), scene.admitted, ends]).toEqual([[], [], ['denied', 'denied']])
  })

  test('Jana has gone to lunch: after five minutes the question is taken back', async () => {
    let isGone = false
    scene = await invited(() => new Promise(() => undefined))
    const confirm: Invited['janas']['confirm'] = (asked, signal) => {
      signal.addEventListener('abort', () => (isGone = true))
      return scene.janas.confirm(asked, signal)
    }
    const pairing = pair({ janas: { ...scene.janas, confirm } })
    await expect.poll(() => [scene.asked.length, scene.shownToDoerte.length]).toEqual([1, 1])
    scene.hall.clock.pass(5 * 60_000)
    const { one, other } = await pairing
    expect(refusalOf(one)).toEqual({ because: 'not confirmed', by: 'here' })
    expect(refusalOf(other)).toEqual({ because: 'not confirmed', by: 'there' })
    expect([isGone, content(), scene.admitted]).toEqual([true, [], []])
  })

  test('Dörte gives up while Jana thinks: the question is taken back', async () => {
    let isGone = false
    const [left, right] = await way()
    const confirm: Invited['janas']['confirm'] = (_, signal) =>
      new Promise(() => signal.addEventListener('abort', () => (isGone = true)))
    const one = receiveNewDevice(left, scene.invitation, { ...scene.janas, confirm })
    void joinByInvitation(right, scene.invitation, scene.doertes)
    await expect.poll(() => scene.shownToDoerte.length).toBe(1)
    right.close('left')
    expect(refusalOf(await one)).toEqual({ because: 'link ended', why: 'left' })
    expect([isGone, content(), scene.admitted]).toEqual([true, [], []])
  })

  test('Jana may not invite any more', async () => {
    const admit: Invited['janas']['admit'] = async () => refuse({ because: 'person may not do this' })
    const { one, other } = await pair({ janas: { ...scene.janas, admit } })
    expect(refusalOf(one)).toEqual({ because: 'not admitted', by: 'here' })
    expect(refusalOf(other)).toEqual({ because: 'not admitted', by: 'there' })
    expect(content()).toEqual([])
  })

  test('the membership log cannot be read over there', async () => {
    const enter: Invited['doertes']['enter'] = async () => refuse({ because: 'membership is malformed' })
    const { one, other } = await pair({ doertes: { ...scene.doertes, enter } })
    expect(refusalOf(one)).toEqual({ because: 'membership cannot be read', by: 'there' })
    expect(refusalOf(other)).toEqual({ because: 'membership cannot be read', by: 'here' })
  })

  test('another workspace than the invitation promised', async () => {
    const admit: Invited['janas']['admit'] = async () => {
      const { workspace } = await fixedRoot('Nachbarstadt')
      return { ok: true, value: { workspace, entries: [] } }
    }
    const { one, other } = await pair({ janas: { ...scene.janas, admit } })
    expect(refusalOf(other)).toEqual({ because: 'workspace is another', by: 'here' })
    expect(refusalOf(one)).toEqual({ because: 'workspace is another', by: 'there' })
  })

  test('two invitations were mixed up', async () => {
    const [left, right] = await way()
    const place = { workspace: scene.hall.root.workspace, device: scene.hall.jana.id }
    const second = makeInvitation(place, await description(), scene.hall.clock.now())
    const [one, other] = await Promise.all([
      receiveNewDevice(left, scene.invitation, scene.janas),
      joinByInvitation(right, second, scene.doertes),
    ])
    expect(refusalOf(other)).toEqual({ because: 'proof is wrong', by: 'here' })
    expect(refusalOf(one)).toEqual({ because: 'proof is wrong', by: 'there' })
    expect([content(), scene.asked, scene.shownToDoerte]).toEqual([[], [], []])
  })
})

describe('version 1', () => {
  const recorded = async (): Promise<Asked> => {
    const [left, right] = await way()
    await Promise.all([
      receiveNewDevice(left, scene.invitation, scene.janas, await nonceOf('Jana')),
      joinByInvitation(right, scene.invitation, scene.doertes, await nonceOf('Dörte')),
    ])
    return scene.asked[0]!
  }

  test('another implementation makes the same by the description alone', async () => {
    const { code } = await recorded()
    const { jana } = scene.hall
    const commitment = createHash('sha256')
      .update('lotse/commit/1\0')
      .update(await nonceOf('Jana'))
      .digest()
    const name = Buffer.from('Jana Vogt')
    expect(toHex(janaSaid[0]!)).toBe(
      Buffer.concat([
        Uint8Array.of(21, 1),
        jana.signingPublic,
        jana.sealingPublic,
        commitment,
        Uint8Array.of(name.length),
        name,
      ]).toString('hex'),
    )
    const transcript = joinBytes(
      textBytes('lotse/pair/1\0I'),
      await nonceOf('Jana'),
      await nonceOf('Dörte'),
      ...(await prints()),
      await sha256(janaSaid[0]!),
      await sha256(doerteSaid[0]!),
    )
    const key = hkdfSync('sha256', scene.invitation.secret, new Uint8Array(), 'lotse/pair/1', 32)
    const mac = createHmac('sha256', Buffer.from(key)).update(transcript).digest()
    const head = Buffer.concat([Uint8Array.of(22), await nonceOf('Jana'), mac])
    expect(toHex(janaSaid[1]!.slice(0, head.length))).toBe(head.toString('hex'))
    const digits =
      createHash('sha256').update('lotse/compare/1\0').update(transcript).digest().readUInt32BE() % 1_000_000
    expect(code).toBe(String(digits).padStart(6, '0'))
  })

  test('the digits of this pairing', async () => {
    expect((await recorded()).code).toBe('009611')
  })

  test('a label is one line that shows all it says', () => {
    expect(labelOf('  Dörte\u202e\nPetersen\u0000 ')).toBe('Dörte  Petersen')
    expect([...labelOf('ä'.repeat(100))]).toHaveLength(64)
    const hello = {
      version: 1,
      signingPublic: new Uint8Array(32),
      sealingPublic: new Uint8Array(32),
      nonce: new Uint8Array(32),
    }
    const read = (label: string) => decodePairingHello(encodePairingHello({ ...hello, label }))
    expect(read('Cems Büro-PC 🖥️')?.label).toBe('Cems Büro-PC 🖥️')
    expect([read('a'.repeat(65)), read('Zeile\nZeile'), read('\u202eCem')]).toEqual([undefined, undefined, undefined])
  })
})
