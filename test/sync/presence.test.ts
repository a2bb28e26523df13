import { afterEach, describe, expect, test } from 'vitest'
import { fromHex } from '../../src/journal/bytes.ts'
import { openDocument } from '../../src/journal/open-document.ts'
import { grantRole } from '../../src/journal/grant-role.ts'
import { makeDeviceKeys } from '../../src/journal/keys.ts'
import type { Message } from '../../src/sync/messages.ts'
import { Presence } from '../../src/sync/presence.ts'
import { openWhereabouts, sealWhereabouts } from '../../src/sync/whereabouts.ts'
import type { Onlooker, Whereabouts } from '../../src/workspace/presence.ts'
import { wire } from './support/memory-links.ts'
import {
  admit,
  clock,
  closeOffices,
  foundedOffice,
  setUp,
  speak,
  time,
  welcome,
  type Office,
} from './support/offices.ts'

/** Jana’s, Cem’s and Dörte’s browsers, with everything real but the lines between them. Dörte may not read the team Bau. */
const bau = 'team:bau#1'
const onBoard: Whereabouts = { document: bau, isOnBoard: true, card: undefined }
const atCard: Whereabouts = { document: bau, isOnBoard: true, card: 'lageplan' }

type Desk = Readonly<{
  office: Office
  presence: Presence
  sees: () => readonly Onlooker[]
  said: Message[]
  rule: { isOff: boolean }
}>

const desks: Desk[] = []
afterEach(() => {
  for (const { presence } of desks.splice(0)) presence.close()
  closeOffices()
})

const sit = (office: Office): Desk => {
  const { identity } = office.desk
  let seen: readonly Onlooker[] = []
  const said: Message[] = []
  const rule = { isOff: false }
  const presence = new Presence({
    own: { device: identity.device, actor: identity.actor, keys: identity.keys, membership: () => identity.membership },
    members: office.members,
    clock,
    linked: () => office.replicator.linked,
    say: (device, message) => {
      said.push(message)
      return office.replicator.say(device, message)
    },
    isOff: () => rule.isOff,
    onChange: others => (seen = others),
  })
  office.listen.hear = (device, message) => {
    if (message.type === 'presence') void presence.hear(device, message.sealed)
  }
  const desk = { office, presence, sees: () => seen, said, rule }
  desks.push(desk)
  return desk
}

const connect = ({ office: one }: Desk, { office: other }: Desk) => {
  const { ends } = wire(time, () => [1])
  const peerOf = ({ desk }: Office) => ({ device: desk.identity.device, person: desk.identity.actor })
  one.replicator.attach({ link: ends[0], peer: peerOf(other) })
  other.replicator.attach({ link: ends[1], peer: peerOf(one) })
  return ends
}

const town = async () => {
  const jana = await foundedOffice()
  const own = jana.desk.identity.keys
  await speak(jana, membership => openDocument(membership, own, bau, Date.now()))
  const cem = await welcome(jana, 'cem', ['workspace#1', bau])
  const doerte = await welcome(jana, 'doerte')
  const [janas, cems, doertes] = [sit(jana), sit(cem), sit(doerte)] as const
  const line = connect(janas, cems)
  connect(janas, doertes)
  const linked = () => expect(jana.replicator.linked).toHaveLength(2)
  for (let round = 0; round < 20 && jana.replicator.linked.length < 2; round++) await time.pass(500)
  linked()
  return { janas, cems, doertes, line }
}

/** Web Crypto works on threads of its own. */
const pass = async (milliseconds: number): Promise<void> => {
  await time.pass(milliseconds)
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setTimeout(resolve, 1))
  await time.pass(10)
  for (let turn = 0; turn < 20; turn++) await new Promise(resolve => setTimeout(resolve, 1))
}

const placesOf = ({ sees }: Desk) =>
  sees().map(({ person, card, isOnBoard }) => [person, isOnBoard ? (card ?? 'board') : card])

/** Time goes on until it is so. */
const comesTrue = (look: () => unknown, wanted: unknown) =>
  expect
    .poll(
      async () => {
        await pass(200)
        return look()
      },
      { timeout: 20_000 },
    )
    .toEqual(wanted)

describe('who looks at the same board', () => {
  test('is seen while they are there, with the card they have open, and not any more when they go', async () => {
    const { janas, cems } = await town()
    cems.presence.look(onBoard)
    await comesTrue(() => placesOf(janas), [['cem', 'board']])
    cems.presence.look(atCard)
    await comesTrue(() => placesOf(janas), [['cem', 'lageplan']])
    cems.presence.look(undefined)
    await comesTrue(janas.sees, [])
  })

  test('is seen as long as they stay, and half a minute after their line went dead nobody knows of them', async () => {
    const { janas, cems, line } = await town()
    cems.presence.look(onBoard)
    for (let minute = 0; minute < 2; minute++) {
      for (let half = 0; half < 6; half++) await pass(10_000)
      expect(placesOf(janas)).toEqual([['cem', 'board']])
    }
    line[0].close('lost')
    await pass(31_000)
    expect(janas.sees()).toEqual([])
  })

  test('says at most one word a second, the last one', async () => {
    const { janas, cems } = await town()
    cems.presence.look(onBoard)
    await pass(10)
    cems.said.length = 0
    for (const card of ['eins', 'zwei', 'drei', 'vier']) {
      cems.presence.look({ ...atCard, card })
      await pass(50)
    }
    await pass(1_000)
    expect(cems.said).toHaveLength(1)
    expect(placesOf(janas)).toEqual([['cem', 'vier']])
  })
})

describe('who is told nothing', () => {
  test('somebody who may not read the team: not one byte of presence', async () => {
    const { janas, cems, doertes } = await town()
    let heard = 0
    doertes.office.listen.hear = (_, { type }) => (heard += type === 'presence' ? 1 : 0)
    janas.presence.look(atCard)
    await comesTrue(() => placesOf(cems), [[janas.office.desk.identity.actor, 'lageplan']])
    await pass(12_000)
    expect([heard, doertes.sees()]).toEqual([0, []])
  })

  test('anybody, in a workspace that does not want it: nothing is said, and what is heard is not looked at', async () => {
    const { janas, cems } = await town()
    cems.presence.look(onBoard)
    await comesTrue(() => placesOf(janas), [['cem', 'board']])
    for (const { rule, presence } of [janas, cems]) {
      rule.isOff = true
      presence.tellAgain()
    }
    await pass(1_100)
    expect(janas.sees()).toEqual([])
    cems.said.length = 0
    cems.presence.look(atCard)
    await pass(12_000)
    expect(cems.said).toEqual([])
    cems.rule.isOff = false
    cems.presence.tellAgain()
    await pass(1_100)
    expect(janas.sees(), 'this device was told that nobody wants it').toEqual([])
  })

  test('the other device of the same person is nobody else', async () => {
    const { janas } = await town()
    const keys = await makeDeviceKeys()
    await admit(janas.office, keys, janas.office.desk.identity.actor, [])
    const phone = sit(await setUp(janas.office, keys, janas.office.desk.identity.actor))
    connect(janas, phone)
    for (let round = 0; round < 20 && phone.office.replicator.linked.length < 1; round++) await time.pass(500)
    phone.presence.look(onBoard)
    await pass(1_100)
    expect(phone.said.length).toBeGreaterThan(0)
    expect(janas.sees()).toEqual([])
  })
})

describe('a word that was not meant so', () => {
  const sealed = async (from: Desk, to: Desk, at = clock.now(), place: Whereabouts = onBoard) => {
    const { identity } = from.office.desk
    const device = to.office.desk.identity.membership.devices.get(to.office.desk.identity.device)!
    return (await sealWhereabouts({ at, place }, identity.keys, device, fromHex(from.office.id)))!
  }
  const deviceOf = ({ office }: Desk): string => office.desk.identity.device

  test('of one device, brought by another, counts for nobody', async () => {
    const { janas, cems, doertes } = await town()
    await janas.presence.hear(deviceOf(doertes), await sealed(cems, janas))
    expect(janas.sees()).toEqual([])
    await doertes.presence.hear(deviceOf(cems), await sealed(cems, janas))
    expect(doertes.sees()).toEqual([])
  })

  test('an older one that is sent once more is passed over, and so is what is said too often', async () => {
    const { janas, cems } = await town()
    const now = clock.now()
    await janas.presence.hear(deviceOf(cems), await sealed(cems, janas, now, atCard))
    await janas.presence.hear(deviceOf(cems), await sealed(cems, janas, now + 1, onBoard))
    expect(placesOf(janas)).toEqual([['cem', 'lageplan']])
    await time.pass(600)
    await janas.presence.hear(deviceOf(cems), await sealed(cems, janas, now - 1, onBoard))
    expect(placesOf(janas)).toEqual([['cem', 'lageplan']])
    await janas.presence.hear(deviceOf(cems), await sealed(cems, janas, now + 2, onBoard))
    expect(placesOf(janas)).toEqual([['cem', 'board']])
  })

  test('of a team that the sender may not read is passed over', async () => {
    const { janas, doertes } = await town()
    await janas.presence.hear(deviceOf(doertes), await sealed(doertes, janas))
    expect(janas.sees()).toEqual([])
  })

  test('of a device that nobody knows, of one that was taken out, or broken on the way is passed over', async () => {
    const { janas, cems } = await town()
    const word = await sealed(cems, janas)
    await janas.presence.hear('00'.repeat(32), word)
    await janas.presence.hear(
      deviceOf(cems),
      word.map(byte => byte ^ 1),
    )
    const { identity } = janas.office.desk
    await speak(janas.office, membership =>
      grantRole(membership, identity.keys, { person: 'cem', document: bau, role: 'none' }, Date.now()),
    )
    await janas.presence.hear(deviceOf(cems), word)
    expect(janas.sees()).toEqual([])
  })

  test('the bytes have one form: what is longer, shorter or of another kind does not open', async () => {
    const { janas, cems } = await town()
    const { identity } = janas.office.desk
    const from = cems.office.desk.identity
    const sender = { id: from.keys.id, verifyKey: identity.membership.verifyKeys.get(from.device)! }
    const open = (bytes: Uint8Array) => openWhereabouts(bytes, identity.keys, sender, fromHex(janas.office.id))
    const word = await sealed(cems, janas, 5, { ...onBoard, isOnBoard: false, card: 'c1' })
    expect(await open(word)).toEqual({ at: 5, place: { document: bau, isOnBoard: false, card: 'c1' } })
    expect(await open(word.slice(0, -1))).toBeUndefined()
    expect(await open(new Uint8Array(0))).toBeUndefined()
  })
})
