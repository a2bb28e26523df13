import { beforeEach, describe, expect, test } from 'vitest'
import type { Bytes } from '../../src/journal/bytes.ts'
import { makeInvitation } from '../../src/sync/invitation.ts'
import { joinByInvitation } from '../../src/sync/join-by-invitation.ts'
import { receiveNewDevice } from '../../src/sync/receive-new-device.ts'
import { refusalOf } from '../journal/office.ts'
import { memoryLink } from '../support/memory-link.ts'
import { description, fingerprintOf } from './descriptions.ts'
import { nonceOf, prints, settled } from './doors.ts'
import { invited, shown, type Invited } from './pairings.ts'

let scene: Invited
/** What Jana and Dörte have said. */
let said: Bytes[]
const contentIn = (messages: readonly Bytes[]) =>
  messages.map(message => message[0]).filter(type => ![3, 21, 22].includes(Number(type)))

beforeEach(async () => {
  scene = await invited()
  said = []
})

describe('Mallory stands between Jana and Dörte', () => {
  const between = async () => {
    const [janasPrint, doertesPrint] = await prints()
    const [left, right] = [await fingerprintOf('Mallory links'), await fingerprintOf('Mallory rechts')]
    const tap = (side: 0 | 1) => (from: 0 | 1, message: Bytes) => void (from === side && said.push(message))
    return {
      toJana: memoryLink([janasPrint, left], tap(0)).ends,
      toDoerte: memoryLink([right, doertesPrint], tap(1)).ends,
    }
  }

  test('and passes everything on: the certificates of the channels betray her', async () => {
    const { toJana, toDoerte } = await between()
    toJana[1].onMessage(message => void toDoerte[0].send(message))
    toDoerte[0].onMessage(message => void toJana[1].send(message))
    const [one, other] = await Promise.all([
      receiveNewDevice(toJana[0], scene.invitation, scene.janas),
      joinByInvitation(toDoerte[1], scene.invitation, scene.doertes),
    ])
    expect(refusalOf(other)).toEqual({ because: 'proof is wrong', by: 'here' })
    expect(refusalOf(one)).toEqual({ because: 'proof is wrong', by: 'there' })
    expect([contentIn(said), scene.asked]).toEqual([[], []])
  })

  test('and has given Dörte an invitation of her own: the digits on the two screens differ', async () => {
    const { toJana, toDoerte } = await between()
    const place = { workspace: scene.hall.root.workspace, device: scene.hall.mallory.id }
    const hers = makeInvitation(place, await description(), scene.hall.clock.now())
    const own = shown(scene.hall.mallory, 'Jana Vogt')
    const screens: string[] = []
    const show = (code: string): void => void screens.push(code)
    const confirm: Invited['janas']['confirm'] = async ({ code }) => {
      screens.push(code)
      await settled()
      return new Set(screens).size === 1
    }
    const nonces = await Promise.all(['Jana', 'Mallory links', 'Mallory rechts', 'Dörte'].map(nonceOf))
    const [janas, left, right, doertes] = nonces
    const results = await Promise.all([
      receiveNewDevice(toJana[0], scene.invitation, { ...scene.janas, confirm }, janas),
      joinByInvitation(toJana[1], scene.invitation, { ...scene.doertes, own, show: () => undefined }, left),
      receiveNewDevice(toDoerte[0], hers, { ...scene.janas, own, confirm: async () => false }, right),
      joinByInvitation(toDoerte[1], hers, { ...scene.doertes, show }, doertes),
    ])
    expect(new Set(screens).size).toBe(2)
    expect(refusalOf(results[0])).toEqual({ because: 'not confirmed', by: 'here' })
    expect([contentIn(said), scene.admitted]).toEqual([[], []])
  })
})
