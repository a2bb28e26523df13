import { createHash, createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { issueAdmission } from '../../src/journal/admission.ts'
import { joinBytes, sha256, textBytes, toHex } from '../../src/journal/bytes.ts'
import { certifyDevice } from '../../src/journal/certificate.ts'
import { checkChain, encodeChain } from '../../src/journal/certificate-chain.ts'
import { frontierOf } from '../../src/journal/frontier.ts'
import { decodeAct, encodeAct, type MembershipAct } from '../../src/journal/membership-act.ts'
import { openRecovery, recoveryText, sealRecovery } from '../../src/journal/recovery-sheet.ts'
import {
  admission,
  chain,
  frontierOfTwo,
  grant,
  nextEpoch,
  recover,
  recovery,
  removal,
  shareKeys,
} from './golden-membership.ts'
import { fixedDevice, fromHex, office, valueOf } from './office.ts'

const { anna, ben, root } = await office()
const cem = await fixedDevice('Cems Laptop')
const [one, two] = [await sha256(textBytes('eins')), await sha256(textBytes('zwei'))].toSorted((a, b) =>
  toHex(a) < toHex(b) ? -1 : 1,
) as [Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>]
const [first, second] = [anna, ben].toSorted((a, b) => (toHex(a.id) < toHex(b.id) ? -1 : 1)) as [
  typeof anna,
  typeof ben,
]
const secret = fromHex('01020304')
const head = { device: ben.id, seq: 300, hash: one }

const acts: [string, MembershipAct, string][] = [
  [
    'an admission',
    { act: 'admit', certificate: await issueAdmission(anna, root.workspace, { ...ben, person: 'ben' }) },
    admission,
  ],
  [
    'a grant that takes something away',
    {
      act: 'grant',
      person: 'ben',
      document: 'workspace#1',
      role: 'none',
      end: 0,
      cuts: [
        { document: 'team:ab12#1', heads: [head] },
        { document: 'workspace#1', heads: [] },
      ],
    },
    grant.takes,
  ],
  [
    'a grant with an end',
    { act: 'grant', person: 'ben', document: 'team:ab12#1', role: 'writer', end: 1_798_761_600_000, cuts: [] },
    grant.ends,
  ],
  [
    'keys that are shared',
    {
      act: 'share keys',
      document: 'team:ab12#1',
      shares: [
        { epoch: 1, key: one, device: ben.id, secret },
        { epoch: 2, key: two, device: ben.id, secret },
      ],
    },
    shareKeys,
  ],
  [
    'a removal',
    {
      act: 'remove',
      devices: [ben.id],
      people: ['ben', 'cem'],
      cuts: [{ document: 'team:ab12#1', heads: [head] }],
    },
    removal,
  ],
  [
    'a next epoch',
    {
      act: 'next epoch',
      keys: { document: 'team:ab12#1', epoch: 2, wrapped: [first, second].map(({ id }) => ({ device: id, secret })) },
    },
    nextEpoch,
  ],
  ['a recovery', { act: 'recover', certificate: await certifyDevice(root, cem, 'annaSchmidt1') }, recover],
]

describe('membership, format 1', () => {
  test.each(acts)('%s', (_, act, bytes) => {
    expect(toHex(encodeAct(act))).toBe(bytes)
    expect(valueOf(decodeAct(fromHex(bytes)))).toEqual(act)
  })

  test('another implementation checks an admission by this description alone', () => {
    const bytes = Buffer.from(admission, 'hex')
    const claim = bytes.subarray(33, -64)
    const signed = Buffer.concat([Buffer.from('lotse/admission/1\0'), root.workspace, anna.id, claim])
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(anna.signingPublic).toString('base64url') }
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    expect(verify(null, signed, key, bytes.subarray(-64))).toBe(true)
    expect(createHash('sha256').update(claim.subarray(0, 32)).digest('hex')).toBe(toHex(ben.id))
    expect(claim.subarray(64).toString('latin1')).toBe('\u0003ben')
  })

  test('a chain of certificates', async () => {
    const made = {
      rootKey: root.publicKey,
      top: await certifyDevice(root, anna, 'annaSchmidt1'),
      admissions: [
        await issueAdmission(anna, root.workspace, { ...ben, person: 'ben' }),
        await issueAdmission(ben, root.workspace, { ...cem, person: 'ben' }),
      ],
    }
    expect(toHex(encodeChain(made))).toBe(chain)
    const proven = valueOf(await checkChain(fromHex(chain), root.workspace, () => undefined))
    expect([toHex(proven.id), proven.person]).toEqual([toHex(cem.id), 'ben'])
  })

  test('the frontier of two entries is the hash over both in ascending order', async () => {
    expect(toHex(frontierOf([two, one]))).toBe(frontierOfTwo)
    expect(frontierOf([one, two])).toEqual(await sha256(joinBytes(one, two)))
    expect(frontierOf([one])).toEqual(one)
  })

  test('a recovery sheet', async () => {
    const salt = Uint8Array.from({ length: 16 }, (_, index) => index)
    expect(recoveryText(valueOf(await sealRecovery(root, 'Rathaus Keller 1953', salt)))).toBe(recovery)
    expect(valueOf(await openRecovery(recovery, 'Rathaus Keller 1953')).privateKey).toEqual(root.privateKey)
  })
})
