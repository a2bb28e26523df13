import { expect, test } from 'vitest'
import { sha256, textBytes, toHex } from '../../src/journal/bytes.ts'
import { makeDeviceKeys, makeRootKeys } from '../../src/journal/keys.ts'
import { membershipDraft } from '../../src/journal/membership-draft.ts'
import { foldMembership } from '../../src/journal/membership.ts'
import { openEntry, sealEntry } from '../../src/journal/seal.ts'
import { epochPlace, rootPlace, unwrapSecret, wrapSecret } from '../../src/journal/wrap.ts'
import { first, founding, foundingHash, second, secondHash, wrapped } from './golden-bytes.ts'
import { fixedNonce, fixedSealingPair, fixedSecret, fromHex, office, valueOf } from './office.ts'

const { anna, ben, root, epochKey, keyring, draft, chain } = await office()

test('a browser writes the same bytes', async () => {
  const [entry] = await chain(['Bauantrag prüfen'])
  expect(toHex(entry!.bytes)).toBe(first)
  const said = draft({
    seq: 2,
    prev: entry!.hash,
    deps: [{ device: ben.id, seq: 300, hash: await sha256(textBytes('Ben')) }],
    clients: [7, 4_294_967_295],
    command: { id: 'k3Jd82LmQp0Z', part: 2, parts: 5 },
  })
  const keys = { signing: anna.signing.privateKey, epoch: epochKey }
  const next = valueOf(await sealEntry(said, textBytes('Rückfrage'), keys, fixedNonce(100)))
  expect([toHex(next.bytes), toHex(next.hash)]).toEqual([second, secondHash])
})

test('a browser reads them, and no byte may be changed', async () => {
  const bytes = fromHex(second)
  expect(new TextDecoder().decode(valueOf(await openEntry(bytes, keyring)).plaintext)).toBe('Rückfrage')
  for (let at = 0; at < bytes.length; at++) {
    const changed = bytes.map((byte, index) => (index === at ? byte ^ 1 : byte))
    expect((await openEntry(changed, keyring)).ok).toBe(false)
  }
})

test('a browser founds the same workspace and wraps the same key', async () => {
  const said = membershipDraft(root.workspace, undefined, anna.id, 5_000_000_000_000)
  const signing = anna.signing.privateKey
  const entry = valueOf(await sealEntry(said, fromHex(founding), { signing, epoch: null }, fixedNonce(0)))
  expect(toHex(entry.hash)).toBe(foundingHash)
  expect(valueOf(await foldMembership(root.workspace, [entry.bytes])).frontier).toEqual(entry.hash)
  const secret = await fixedSecret('Team Digitales')
  const place = epochPlace(root.workspace, 'team:ab12#1', 1)
  const made = await wrapSecret(secret, anna.sealingPublic, place, await fixedSealingPair('Einmal'))
  expect(toHex(valueOf(made))).toBe(wrapped)
})

test('keys made in a browser stay in it, and wrap what they should', async () => {
  const [device, made] = [await makeDeviceKeys(), await makeRootKeys()]
  await expect(crypto.subtle.exportKey('pkcs8', device.signing.privateKey)).rejects.toThrow()
  const place = rootPlace(made.workspace)
  const secret = valueOf(await wrapSecret(made.privateKey, device.sealingPublic, place))
  expect(valueOf(await unwrapSecret(secret, device.sealing, place))).toEqual(made.privateKey)
  expect((await unwrapSecret(secret, device.sealing, 'elsewhere')).ok).toBe(false)
})
