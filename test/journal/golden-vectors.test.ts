import { createDecipheriv, createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { sha256, textBytes, toHex } from '../../src/journal/bytes.ts'
import { certifyDevice } from '../../src/journal/certificate.ts'
import { encodeHeader } from '../../src/journal/header.ts'
import { decodeAct, encodeAct, type MembershipAct } from '../../src/journal/membership-act.ts'
import { membershipDraft } from '../../src/journal/membership-draft.ts'
import { foldMembership } from '../../src/journal/membership.ts'
import { openEntry, sealEntry } from '../../src/journal/seal.ts'
import { epochPlace, unwrapSecret, wrapSecret } from '../../src/journal/wrap.ts'
import {
  workspace,
  annasDevice,
  bensDevice,
  firstHeader,
  first,
  firstHash,
  secondHeader,
  second,
  secondHash,
  wrapped,
  founding,
  foundingHash,
  opening,
} from './golden-bytes.ts'
import { fixedNonce, fixedSealingPair, fixedSecret, fromHex, office, valueOf } from './office.ts'

const { anna, ben, root, epochKey, keyring, draft, chain } = await office()

describe('format 1', () => {
  test('ids are the hashes of public keys', () => {
    expect([root.workspace, anna.id, ben.id].map(toHex)).toEqual([workspace, annasDevice, bensDevice])
  })

  test('a first entry', async () => {
    const [entry] = await chain(['Bauantrag prüfen'])
    expect(toHex(encodeHeader(entry!.header))).toBe(firstHeader)
    expect(toHex(entry!.bytes)).toBe(first)
    expect(toHex(entry!.hash)).toBe(firstHash)
  })

  test('an entry with everything a header can hold', async () => {
    const said = draft({
      seq: 2,
      prev: fromHex(firstHash),
      deps: [{ device: ben.id, seq: 300, hash: await sha256(textBytes('Ben')) }],
      clients: [7, 4_294_967_295],
      command: { id: 'k3Jd82LmQp0Z', part: 2, parts: 5 },
    })
    const keys = { signing: anna.signing.privateKey, epoch: epochKey }
    const entry = valueOf(await sealEntry(said, textBytes('Rückfrage'), keys, fixedNonce(100)))
    expect(toHex(encodeHeader(entry.header))).toBe(secondHeader)
    expect(toHex(entry.bytes)).toBe(second)
    expect(toHex(entry.hash)).toBe(secondHash)
    expect(valueOf(await openEntry(fromHex(second), keyring)).header).toEqual(entry.header)
  })

  test('another implementation reads it by this description alone', async () => {
    const bytes = Buffer.from(first, 'hex')
    const header = bytes.subarray(0, firstHeader.length / 2)
    const signature = bytes.subarray(-64)
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(anna.signingPublic).toString('base64url') }
    expect(verify(null, bytes.subarray(0, -64), createPublicKey({ key: jwk, format: 'jwk' }), signature)).toBe(true)
    const decipher = createDecipheriv('aes-256-gcm', await fixedSecret('Team Digitales'), header.subarray(-12))
    decipher.setAAD(header).setAuthTag(bytes.subarray(-80, -64))
    const plaintext = Buffer.concat([decipher.update(bytes.subarray(header.length + 1, -80)), decipher.final()])
    expect(plaintext.toString('utf8')).toBe('Bauantrag prüfen')
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(firstHash)
  })

  test('a wrapped epoch key', async () => {
    const place = epochPlace(root.workspace, 'team:ab12#1', 1)
    const secret = await fixedSecret('Team Digitales')
    const made = await wrapSecret(secret, anna.sealingPublic, place, await fixedSealingPair('Einmal'))
    expect(toHex(valueOf(made))).toBe(wrapped)
    expect(valueOf(await unwrapSecret(fromHex(wrapped), anna.sealing, place))).toEqual(secret)
  })

  test('a founding and the opening of a document', async () => {
    const wrapped = [{ device: anna.id, secret: fromHex('01020304') }]
    const acts: [MembershipAct, string][] = [
      [
        {
          act: 'found',
          rootKey: root.publicKey,
          certificate: await certifyDevice(root, anna, 'annaSchmidt1'),
          keys: { document: 'workspace#1', epoch: 1, wrapped },
        },
        founding,
      ],
      [{ act: 'open document', keys: { document: 'team:ab12#1', epoch: 1, wrapped } }, opening],
    ]
    for (const [act, bytes] of acts) {
      expect(toHex(encodeAct(act))).toBe(bytes)
      expect(valueOf(decodeAct(fromHex(bytes)))).toEqual(act)
    }
  })

  test('the entry that founds a workspace', async () => {
    const said = membershipDraft(root.workspace, undefined, anna.id, 5_000_000_000_000)
    const keys = { signing: anna.signing.privateKey, epoch: null }
    const entry = valueOf(await sealEntry(said, fromHex(founding), keys, fixedNonce(0)))
    expect(toHex(entry.hash)).toBe(foundingHash)
    expect(valueOf(await foldMembership(root.workspace, [entry.bytes])).frontier).toEqual(entry.hash)
  })
})
