import { describe, expect, test } from 'vitest'
import { fromHex, noHash, toHex } from '../../src/journal/bytes.ts'
import { keyringOf } from '../../src/journal/keyring.ts'
import { currentKey } from '../../src/journal/membership-keys.ts'
import { keysLacking, rotationsDue } from '../../src/journal/keys-due.ts'
import { roleIn } from '../../src/journal/membership-rights.ts'
import { openDocument } from '../../src/journal/open-document.ts'
import { rotateKey } from '../../src/journal/rotate-key.ts'
import { openEntry } from '../../src/journal/seal.ts'
import { shareKeys } from '../../src/journal/share-keys.ts'
import { admit, bau, forge, grant, merge, musterstadt, now, opens, read, reads, say, seal, shares } from './city.ts'
import { fixedDevice, refusalOf, valueOf } from './office.ts'

const { root, jana, cem, stranger, founded, base } = await musterstadt()

describe('Jana opens Team Bau', () => {
  test('for her own devices and nobody else; whom she grants it gets the key and reads what was there before', async () => {
    const tablet = await fixedDevice('Janas Tablet')
    const opened = await say(base, jana, admit(jana, tablet, 'jana'), opens(jana))
    const before = await seal(opened.membership, tablet)
    expect(await reads(opened.membership, cem, before)).toBe(false)
    expect(roleIn(opened.membership, 'jana', bau, now)).toBe('admin')
    const team = await say(opened, jana, grant(jana, 'cem', 'admin', bau), shares(jana))
    expect(await reads(team.membership, cem, before)).toBe(true)
    expect(keysLacking(team.membership, now)).toEqual([])
    expect((await say(team, cem, shares(cem))).bytes).toHaveLength(team.bytes.length)
  })

  test('Cem’s new telephone gets every key that Cem has from whoever has it, in one entry per document', async () => {
    const team = await say(base, jana, opens(jana), grant(jana, 'cem', 'admin', bau), shares(jana))
    const twice = await say(team, cem, membership => rotateKey(membership, cem, bau, now))
    const phone = await fixedDevice('Cems Telefon')
    const admitted = await say(twice, cem, admit(cem, phone, 'cem'))
    expect(keysLacking(admitted.membership, now).map(({ document, epoch }) => [document, epoch])).toEqual([
      ['workspace#1', 1],
      [bau, 1],
      [bau, 2],
    ])
    const given = await say(admitted, cem, shares(cem))
    expect(given.bytes).toHaveLength(admitted.bytes.length + 2)
    expect(await reads(given.membership, phone, await seal(team.membership, jana))).toBe(true)
    expect(await reads(given.membership, jana, await seal(given.membership, phone))).toBe(true)
  })

  test('a share that is no key is passed over for the next that is', async () => {
    const team = await say(base, jana, opens(jana), grant(jana, 'cem', 'admin', bau))
    const made = currentKey(team.membership, bau)!
    const broken = {
      epoch: 1,
      key: fromHex(made.key),
      device: cem.id,
      secret: Uint8Array.of(1),
    }
    const forged = await forge(team, jana, { act: 'share keys', document: bau, shares: [broken] })
    const spoiled = await read(root.workspace, [...team.bytes, forged])
    expect(await reads(spoiled.membership, cem, await seal(team.membership, jana))).toBe(false)
    const mended = await say(spoiled, jana, shares(jana, team.membership))
    expect(await reads(mended.membership, cem, await seal(team.membership, jana))).toBe(true)
  })

  test('a key is handed to nobody whose device cannot be agreed with, or is not there', async () => {
    const bad = { ...stranger, sealingPublic: noHash() }
    const team = await say(
      base,
      jana,
      opens(jana),
      admit(jana, bad, 'hilde'),
      grant(jana, 'hilde', 'reader'),
      grant(jana, 'hilde', 'reader', bau),
    )
    const lacking = keysLacking(team.membership, now).filter(({ document }) => document === bau)
    expect(lacking).toHaveLength(1)
    const nowhere = [
      { ...lacking[0]!, device: '00' },
      { ...lacking[0]!, key: 'ff' },
    ]
    expect(valueOf(await shareKeys(team.membership, jana, [...lacking, ...nowhere], now))).toEqual([])
    expect(refusalOf(await rotateKey(team.membership, jana, bau, now))).toEqual({ because: 'key is unusable' })
    const both = await say(base, jana, admit(jana, { ...bad }, 'jana'))
    expect(refusalOf(await openDocument(both.membership, jana, bau, now))).toEqual({ because: 'key is unusable' })
  })
})

describe('two admins who were apart have each made the next key', async () => {
  const team = await say(base, jana, opens(jana), grant(jana, 'cem', 'admin', bau), shares(jana))

  test('both open what was sealed with them, once everybody was handed both', async () => {
    const [janas, cems] = await Promise.all(
      [jana, cem].map(by =>
        say(team, by, membership =>
          rotateKey(membership, by, bau, now, new Set([toHex(by === jana ? cem.id : jana.id)])),
        ),
      ),
    )
    const [fromJana, fromCem] = [await seal(janas!.membership, jana), await seal(cems!.membership, cem)]
    const both = await merge(janas!, cems!)
    expect(refusalOf(await openEntry(fromCem, await keyringOf(both.membership, jana)))).toMatchObject({
      because: 'key is missing',
    })
    const given = await say(await say(both, jana, shares(jana)), cem, shares(cem))
    for (const by of [jana, cem]) {
      expect(await reads(given.membership, by, fromJana)).toBe(true)
      expect(await reads(given.membership, by, fromCem)).toBe(true)
    }
    const [one, other] = await Promise.all(
      [jana, cem].map(async by => (await keyringOf(given.membership, by)).sealingKey(bau)?.epoch),
    )
    expect([one, other]).toEqual([2, 2])
    const { sealed } = { sealed: await seal(given.membership, jana) }
    expect((await reads(cems!.membership, cem, sealed)) || (await reads(janas!.membership, jana, sealed))).toBe(true)
  })
})

test('a workspace of one person works as it always has: found, open, seal, read', async () => {
  const opened = await say(founded, jana, opens(jana), opens(jana, 'governance#1'))
  for (const document of ['workspace#1', bau, 'governance#1'])
    expect(await reads(opened.membership, jana, await seal(opened.membership, jana, document))).toBe(true)
  expect([keysLacking(opened.membership, now), rotationsDue(opened.membership, now)]).toEqual([[], []])
})
