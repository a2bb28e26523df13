import { describe, expect, test } from 'vitest'
import { admitDevice } from '../../src/journal/admit-device.ts'
import { noHash } from '../../src/journal/bytes.ts'
import { grantRole } from '../../src/journal/grant-role.ts'
import { keysLacking } from '../../src/journal/keys-due.ts'
import { emptyLog } from '../../src/journal/membership-log.ts'
import { openDocument } from '../../src/journal/open-document.ts'
import { recoverWith } from '../../src/journal/recover-with.ts'
import { removeDevices } from '../../src/journal/remove-devices.ts'
import { rotateKey } from '../../src/journal/rotate-key.ts'
import { shareKeys } from '../../src/journal/share-keys.ts'
import { writeActs, type Maker } from '../../src/journal/write-acts.ts'
import { admit, bau, grant, musterstadt, now, opens, removes, say, shares } from './city.ts'
import { fixedRoot, refusalOf, valueOf } from './office.ts'

const { root, jana, cem, emil, stranger, base } = await musterstadt()
const mayNot = (person: string) => ({ because: 'person may not do this', person })

describe('a maker refuses what would not count', async () => {
  const team = await say(base, jana, opens(jana))
  const { membership } = team
  const admin = { because: 'nobody would be admin' }
  const wrong = { because: 'certificate is wrong' }

  test.each<[string, () => Promise<unknown>, object]>([
    [
      'a writer admits somebody',
      async () => refusalOf(await admitDevice(membership, emil, { ...stranger, person: 'hilde' }, now)),
      mayNot('emil'),
    ],
    [
      'nobody is admitted',
      async () => refusalOf(await admitDevice(membership, jana, { ...stranger, person: '' }, now)),
      wrong,
    ],
    [
      'a strange device admits',
      async () => refusalOf(await admitDevice(membership, stranger, { ...emil, person: 'emil' }, now)),
      { because: 'device is unknown', device: stranger.id },
    ],
    [
      'a writer grants',
      async () => refusalOf(await grantRole(membership, emil, { person: 'emil', document: bau, role: 'admin' }, now)),
      mayNot('emil'),
    ],
    [
      'the only admin of a document gives it up',
      async () => refusalOf(await grantRole(membership, jana, { person: 'jana', document: bau, role: 'writer' }, now)),
      admin,
    ],
    [
      'a writer opens nothing that is open',
      async () => refusalOf(await openDocument(membership, emil, bau, now)),
      { because: 'document is open already', document: bau },
    ],
    [
      'who is no admin makes the next key',
      async () => refusalOf(await rotateKey(membership, cem, bau, now)),
      mayNot('cem'),
    ],
    [
      'who is no admin removes somebody',
      async () => refusalOf(await removeDevices(membership, emil, { devices: [], people: ['cem'], cuts: [] }, now)),
      mayNot('emil'),
    ],
    [
      'all admins are removed',
      async () =>
        refusalOf(await removeDevices(membership, jana, { devices: [], people: ['cem', 'jana'], cuts: [] }, now)),
      admin,
    ],
    [
      'all devices of all admins are removed',
      async () =>
        refusalOf(await removeDevices(membership, jana, { devices: [jana.id], people: ['cem'], cuts: [] }, now)),
      admin,
    ],
    [
      'a root that is not ours recovers',
      async () => refusalOf(await recoverWith(membership, await fixedRoot('Schilda'), stranger, 'jana')),
      { because: 'root key does not match the workspace' },
    ],
    [
      'the root recovers for nobody',
      async () => refusalOf(await recoverWith(membership, root, stranger, 'a b')),
      wrong,
    ],
    [
      'the root recovers a device that is here',
      async () => refusalOf(await recoverWith(membership, root, emil, 'emil')),
      { because: 'device is here already', device: emil.id },
    ],
  ])('%s', async (_, refusal, expected) => {
    expect(await refusal()).toEqual(expected)
  })

  test('a removed device may say nothing', async () => {
    const after = await say(team, jana, removes(jana, { devices: [cem.id] }))
    const refusal = refusalOf(
      await grantRole(after.membership, cem, { person: 'emil', document: bau, role: 'none' }, now),
    )
    expect(refusal).toEqual({ because: 'device is removed', device: cem.id })
  })

  test('a key that cannot be shared with somebody who has gone meanwhile', async () => {
    const wider = await say(team, jana, grant(jana, 'emil', 'reader', bau))
    const lacking = keysLacking(wider.membership, now)
    const after = await say(wider, jana, removes(jana, { people: ['emil'] }))
    expect(refusalOf(await shareKeys(after.membership, jana, lacking, now))).toEqual({
      because: 'wrapped for the wrong devices',
    })
  })

  test('a next key that cannot be wrapped stops the removal', async () => {
    const bad = { ...stranger, sealingPublic: noHash() }
    const wider = await say(
      team,
      jana,
      admit(jana, bad, 'hilde'),
      grant(jana, 'hilde', 'reader'),
      grant(jana, 'emil', 'writer', bau),
      shares(jana),
    )
    const leaving = { devices: [], people: ['emil'], cuts: [] }
    expect(refusalOf(await removeDevices(wider.membership, jana, leaving, now))).toEqual({ because: 'key is unusable' })
  })
})

describe('what is written is written whole or not at all', () => {
  test('nothing behind a log that nobody has founded', async () => {
    expect(refusalOf(await writeActs(emptyLog(root.workspace), jana, [], now))).toEqual({
      because: 'membership is not founded',
    })
  })

  test('one maker’s refusal refuses all', async () => {
    const refusal = refusalOf(
      await writeActs(base.log, emil, [admit(emil, stranger, 'emil'), grant(emil, 'emil', 'admin')], now),
    )
    expect(refusal).toEqual(mayNot('emil'))
  })

  test('an act that would not count is not written, whoever made it', async () => {
    const careless: Maker = async () => ({
      ok: true,
      value: [{ act: 'grant', person: 'hilde', document: 'workspace#1', role: 'reader', end: 0, cuts: [] }],
    })
    expect(refusalOf(await writeActs(base.log, jana, [careless], now))).toEqual({
      because: 'person is unknown',
      person: 'hilde',
    })
    expect(refusalOf(await writeActs(base.log, stranger, [careless], now))).toEqual({
      because: 'membership entry is not here',
    })
  })

  test('an act that no log would take is not written', async () => {
    const sloppy: Maker = membership => openDocument(membership, jana, 'kein Dokument', now)
    expect(refusalOf(await writeActs(base.log, jana, [sloppy], now))).toEqual({ because: 'membership is malformed' })
  })

  test('an act that fits no entry is not written', async () => {
    const heads = Array.from({ length: 2_000 }, (_, index) => ({ device: noHash(), seq: index + 1, hash: noHash() }))
    const huge: Maker = async () => ({
      ok: true,
      value: [{ act: 'remove', devices: [], people: ['emil'], cuts: [{ document: bau, heads }] }],
    })
    expect(refusalOf(await writeActs(base.log, jana, [huge], now))).toMatchObject({ because: 'entry is too large' })
  })

  test('stamps follow everything that is here', async () => {
    const { sealed } = valueOf(await writeActs(base.log, jana, [grant(jana, 'emil', 'reader')], 0))
    const newest = Math.max(...[...base.log.entries.values()].map(({ stamp }) => stamp))
    expect(sealed[0]?.header.stamp).toBe(newest + 1)
  })
})
