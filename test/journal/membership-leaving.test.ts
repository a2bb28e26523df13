import { describe, expect, test } from 'vitest'
import { noHash, toHex } from '../../src/journal/bytes.ts'
import { caps } from '../../src/journal/caps.ts'
import { cutLots } from '../../src/journal/cut-lots.ts'
import type { DocumentCut } from '../../src/journal/cut.ts'
import { grantRole } from '../../src/journal/grant-role.ts'
import { currentKey } from '../../src/journal/membership-keys.ts'
import { rotationsDue } from '../../src/journal/keys-due.ts'
import { cutOf } from '../../src/journal/membership-rights.ts'
import { removeDevices } from '../../src/journal/remove-devices.ts'
import { rotateKey } from '../../src/journal/rotate-key.ts'
import { admit, bau, grant, musterstadt, now, opens, reads, removes, say, seal, shares } from './city.ts'
import { fixedDevice, valueOf } from './office.ts'

const { jana, cem, emil, stranger, base } = await musterstadt()

describe('somebody goes', async () => {
  const team = await say(
    base,
    jana,
    opens(jana),
    opens(jana, 'team:it#1'),
    grant(jana, 'cem', 'admin', bau),
    grant(jana, 'emil', 'writer', bau),
    shares(jana),
  )

  test('their keys are replaced where the remover is admin, and they read nothing that is sealed from then on', async () => {
    const old = await seal(team.membership, cem)
    const after = await say(team, cem, removes(cem, { people: ['emil'] }))
    expect(after.bytes).toHaveLength(team.bytes.length + 3)
    expect([bau, 'workspace#1', 'team:it#1'].map(document => currentKey(after.membership, document)?.epoch)).toEqual([
      2, 2, 1,
    ])
    expect(rotationsDue(after.membership, now)).toEqual([])
    const fresh = await seal(after.membership, cem)
    expect(await reads(after.membership, emil, old)).toBe(true)
    expect(await reads(after.membership, emil, fresh)).toBe(false)
    expect(await reads(after.membership, jana, fresh)).toBe(true)
  })

  test('where the remover is no admin, the document’s admins see that it is due', async () => {
    const ivo = await fixedDevice('Ivos Laptop')
    const wider = await say(team, jana, admit(jana, ivo, 'ivo'), grant(jana, 'ivo', 'admin'), shares(jana))
    const after = await say(wider, ivo, removes(ivo, { people: ['emil'] }))
    expect(rotationsDue(after.membership, now)).toEqual([bau])
    const replaced = await say(after, jana, membership => rotateKey(membership, jana, bau, now))
    expect(rotationsDue(replaced.membership, now)).toEqual([])
  })

  test('a lost telephone: its owner removes it, and the keys it had are replaced by an admin', async () => {
    const phone = await fixedDevice('Emils Telefon')
    const wider = await say(team, emil, admit(emil, phone, 'emil'), shares(emil))
    const after = await say(wider, emil, removes(emil, { devices: [phone.id] }))
    expect(after.membership.devices.get(toHex(phone.id))?.isRemoved).toBe(true)
    expect(rotationsDue(after.membership, now)).toEqual([bau, 'workspace#1'])
  })

  test('an admin leaves: the device they go with replaces nothing', async () => {
    const after = await say(team, cem, removes(cem, { devices: [cem.id] }))
    expect(after.bytes).toHaveLength(team.bytes.length + 1)
    expect(rotationsDue(after.membership, now)).toEqual([bau, 'workspace#1'])
  })

  test('what they wrote is cut where it was accepted', async () => {
    const head = { device: emil.id, seq: 4, hash: stranger.id }
    const cuts = [
      { document: bau, heads: [head] },
      { document: 'team:it#1', heads: [] },
    ]
    const after = await say(team, jana, removes(jana, { people: ['emil'], cuts }))
    expect([bau, 'team:it#1', 'workspace#1'].map(document => cutOf(after.membership, document, emil.id))).toEqual([
      { device: emil.id, seq: 4, hash: stranger.id },
      { seq: 0, hash: noHash() },
      undefined,
    ])
  })

  test('from more documents than one entry holds: several entries say it', async () => {
    const cuts = Array.from({ length: caps.cutDocuments + 1 }, (_, index) => ({
      document: `team:t${index}#1`,
      heads: [],
    }))
    const acts = valueOf(await removeDevices(team.membership, jana, { devices: [], people: ['emil'], cuts }, now))
    const lots = acts.flatMap(act => (act.act === 'remove' ? [act.cuts.length] : []))
    expect(lots).toEqual([caps.cutDocuments, 1])
    const grants = valueOf(
      await grantRole(team.membership, jana, { person: 'emil', document: 'workspace#1', role: 'none', cuts }, now),
    )
    expect(grants.map(act => act.cuts.length)).toEqual([caps.cutDocuments, 1])
    await say(team, jana, removes(jana, { people: ['emil'], cuts }))
  })

  test('cuts are dealt out by documents and by devices', () => {
    const cutWith = (name: string, heads: number): DocumentCut => ({
      document: `team:${name}#1`,
      heads: Array.from({ length: heads }, () => ({ device: noHash(), seq: 1, hash: noHash() })),
    })
    const lots = cutLots([cutWith('c', 1), cutWith('b', 300), cutWith('a', 300), cutWith('d', caps.cutDevices)])
    expect(lots.map(lot => lot.map(({ document, heads }) => [document, heads.length]))).toEqual([
      [['team:a#1', 300]],
      [
        ['team:b#1', 300],
        ['team:c#1', 1],
      ],
      [['team:d#1', caps.cutDevices]],
    ])
    expect(cutLots([])).toEqual([[]])
  })
})
