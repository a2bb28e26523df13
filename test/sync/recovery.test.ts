import '../storage/fake-browser.ts'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { equalBytes, fromHex, toHex, type Bytes } from '../../src/journal/bytes.ts'
import { makeDeviceKeys, makeRootKeys, type DeviceKeys, type RootKeys } from '../../src/journal/keys.ts'
import { openRecovery, recoveryText, sealRecovery } from '../../src/journal/recovery-sheet.ts'
import { joinWorkspace } from '../../src/storage/join-workspace.ts'
import { openRoot } from '../../src/storage/root-key.ts'
import { adminActs } from '../../src/sync/admin-acts.ts'
import { decodeRootAsked, encodeRootAsked, encodeRootSpoken, type RootSpeech } from '../../src/sync/by-root.ts'
import { browserClock } from '../../src/sync/browser-clock.ts'
import { doorOf, signerOf } from '../../src/sync/door-of.ts'
import type { DoorRefusal } from '../../src/sync/door-refusal.ts'
import type { OpenLink } from '../../src/sync/handshake.ts'
import { makeInvitation } from '../../src/sync/invitation.ts'
import { joinByInvitation } from '../../src/sync/join-by-invitation.ts'
import type { OwnDevice } from '../../src/sync/own-device.ts'
import type { Admission } from '../../src/sync/pairing-messages.ts'
import { receiveNewDevice } from '../../src/sync/receive-new-device.ts'
import { hearRoot, rootHearing } from '../../src/sync/root-hearing.ts'
import { rootSpeech } from '../../src/sync/root-speech.ts'
import type { Result } from '../../src/domain/kernel/result.ts'
import { refusalOf, valueOf } from '../journal/office.ts'
import { workspace } from '../storage/desk.ts'
import { memoryLink } from '../support/memory-link.ts'
import { description } from './descriptions.ts'
import {
  closeOffices,
  foundedOffice,
  inBrowserOf,
  nameAt,
  openOffice,
  speak,
  takeOut,
  time,
  welcome,
  write,
  type Office,
} from './support/offices.ts'
import { wire } from './support/memory-links.ts'

/** Jana, who alone administered, has lost her laptop. Cem's phone still belongs, and in the safe there is a sheet. */

const passphrase = 'Hafen Nebel Leuchtturm 7'

const ownOf = ({ desk: { identity } }: Office): OwnDevice => ({
  device: identity.device,
  actor: identity.actor,
  keys: identity.keys,
  membership: () => identity.membership,
  keyring: () => identity.keyring,
  take: entries => identity.takeMembership(entries, Date.now()),
  onChange: listener => identity.onMembership(listener),
  log: () => identity.membershipEntries(),
  change: makers => identity.changeMembership(makers, Date.now()),
})

const doorAt = async (office: Office) => valueOf(await doorOf(ownOf(office), browserClock.after))

let cem: Office
let jana: string
let root: RootKeys
/** Types of the messages that Cem's phone has said. */
let said: number[]

beforeEach(async () => {
  const janas = await foundedOffice()
  jana = janas.desk.identity.actor
  const { database, identity } = janas.desk
  const privateKey = valueOf(await openRoot(database, identity))
  const sheet = valueOf(await sealRecovery({ workspace: fromHex(janas.id), privateKey }, passphrase))
  cem = await welcome(janas)
  await write(cem, 'Scanner aufstellen')
  root = valueOf(await openRecovery(recoveryText(sheet), passphrase))
  said = []
})
afterEach(closeOffices)

type Came = Readonly<{
  there: Result<OpenLink, DoorRefusal>
  here: Result<OpenLink, DoorRefusal>
  back: Office | undefined
}>

/** From the opened line to the handshake, with everything real but the line. */
const comeBack = async (speech: (keys: DeviceKeys) => RootSpeech | undefined): Promise<Came> => {
  const keys = await makeDeviceKeys()
  const { signingPublic, sealingPublic } = keys
  const invitation = makeInvitation(
    { workspace: fromHex(cem.id), device: cem.desk.identity.keys.id },
    await description(),
    Date.now(),
  )
  const { ends } = memoryLink(undefined, (from, message) => void (from === 0 && said.push(Number(message[0]))))
  let back: Office | undefined
  const enter = async ({ workspace: id, entries }: Admission) => {
    const databases = new IDBFactory()
    const who = { id: jana, name: '' }
    const joining = { workspace: id, name: '', person: who, keys, entries, root: root.privateKey }
    const joined = await inBrowserOf(databases, () => joinWorkspace(joining))
    if (!joined.ok) return joined
    back = await openOffice(toHex(id), databases)
    return doorOf(ownOf(back), browserClock.after)
  }
  const cems = cem.desk.identity.keys
  const [there, here] = await Promise.all([
    receiveNewDevice(ends[0], invitation, {
      own: { ...cems, label: 'Cem', sign: signerOf(cems) },
      confirm: async () => true,
      admit: async () => ({ ok: false, refusal: { because: 'Cem may admit nobody' } }),
      byRoot: (talk, device) => hearRoot(talk, device, rootHearing(ownOf(cem), jana, Date.now)),
      door: () => doorAt(cem),
      timer: browserClock.after,
    }),
    joinByInvitation(ends[1], invitation, {
      own: { signingPublic, sealingPublic, label: 'Rathaus', sign: signerOf(keys) },
      show: () => undefined,
      enter,
      byRoot: speech(keys),
      timer: browserClock.after,
    }),
  ])
  return { there, here, back }
}

const withSheet = (keys: DeviceKeys): RootSpeech => rootSpeech(root, keys, Date.now)

const backOf = ({ back, here }: Came): Office => {
  valueOf(here)
  if (!back) throw new Error('nobody came back')
  return back
}

const roleOf = ({ desk }: Office, person: string) => desk.identity.membership.people.get(person)?.role

describe('the sheet makes a new device one that administers', () => {
  test('both know each other, and it has the keys of what Cem has', async () => {
    const came = await comeBack(withSheet)
    const back = backOf(came)
    expect(valueOf(came.there).peer).toMatchObject({ person: jana, id: back.desk.identity.keys.id })
    for (const office of [cem, back]) expect([roleOf(office, jana), roleOf(office, 'cem')]).toEqual(['admin', 'writer'])
    expect(back.desk.identity.keyring.sealingKey(workspace)).toBeDefined()
    const { ends } = wire(time, () => [1])
    const peer = ({ desk: { identity } }: Office) => ({ device: identity.device, person: identity.actor })
    cem.replicator.attach({ link: ends[0], peer: peer(back) })
    back.replicator.attach({ link: ends[1], peer: peer(cem) })
    await expect
      .poll(async () => {
        await time.pass(1000)
        return nameAt(back)
      })
      .toBe('Scanner aufstellen')
  })

  test('it lets others administer and takes people out', async () => {
    const back = backOf(await comeBack(withSheet))
    await speak(back, ...adminActs(ownOf(back), 'cem', Date.now()))
    expect(roleOf(back, 'cem')).toBe('admin')
    await takeOut(back, 'cem')
    expect(back.desk.identity.membership.devices.get(cem.desk.identity.device)?.isRemoved).toBe(true)
  })

  test('another sheet can be made on it, of the same root', async () => {
    const { database, identity } = backOf(await comeBack(withSheet)).desk
    expect(equalBytes(valueOf(await openRoot(database, identity)), root.privateKey)).toBe(true)
    const other = await makeDeviceKeys()
    const elsewhere = { keys: other, membership: identity.membership }
    expect((await openRoot(database, elsewhere)).ok).toBe(false)
    expect((await openRoot(cem.desk.database, cem.desk.identity)).ok).toBe(false)
  })

  test('whoever administers nothing makes nobody an admin', async () => {
    const made = await ownOf(cem).change(adminActs(ownOf(cem), 'cem', Date.now()))
    expect(refusalOf(made)).toEqual({ because: 'person may not do this', person: 'cem' })
    expect(roleOf(cem, 'cem')).toBe('writer')
  })
})

describe('without the root’s word not a byte of the log goes over', () => {
  const word = (changes: (keys: DeviceKeys) => Partial<RootSpeech>) => (keys: DeviceKeys) => ({
    ...withSheet(keys),
    ...changes(keys),
  })
  const cases: readonly (readonly [string, (keys: DeviceKeys) => RootSpeech | undefined])[] = [
    ['there is no sheet', () => undefined],
    ['the word is nonsense', word(() => ({ word: async () => new Uint8Array(200) }))],
    ['it is for somebody else', word(keys => ({ word: () => withSheet(keys).word('mallory') }))],
    [
      'it is for another device',
      word(() => ({ word: async person => withSheet(await makeDeviceKeys()).word(person) })),
    ],
    [
      'it is another root’s',
      word(keys => ({ word: async person => rootSpeech(await makeRootKeys(), keys, Date.now).word(person) })),
    ],
    [
      'it is for a device that is here already',
      word(() => ({ word: person => rootSpeech(root, cem.desk.identity.keys, Date.now).word(person) })),
    ],
  ]
  test.each(cases)('%s', async (_, speech) => {
    const { there, here, back } = await comeBack(speech)
    expect([refusalOf(there).because, refusalOf(here).because]).toEqual(['not admitted', 'not admitted'])
    expect([back, said.includes(23)]).toEqual([undefined, false])
  })

  test('the word is right, and nothing is said in the log: it gets no keys', async () => {
    const silent = word(() => ({ speak: async () => ({ ok: true, value: [] as readonly Bytes[] }) }))
    const { there, back } = await comeBack(silent)
    expect(refusalOf(there)).toEqual({ because: 'not admitted', by: 'here' })
    expect([back, said.filter(type => type === 23)]).toEqual([undefined, [23]])
  })
})

test('version 1 of both messages', () => {
  expect(toHex(encodeRootAsked('jana'))).toBe('196a616e61')
  expect(toHex(encodeRootSpoken(Uint8Array.of(1, 2)))).toBe('1a0102')
  expect(decodeRootAsked(encodeRootAsked('jana'))).toBe('jana')
  expect(decodeRootAsked(encodeRootAsked('jana vogt'))).toBeUndefined()
})
