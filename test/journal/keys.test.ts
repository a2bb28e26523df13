import { describe, expect, test } from 'vitest'
import { noHash, sha256, textBytes } from '../../src/journal/bytes.ts'
import {
  importEpochKey,
  importRootKey,
  importVerifyKey,
  keyIdOf,
  makeDeviceKeys,
  makeEpochSecret,
  makeRootKeys,
} from '../../src/journal/keys.ts'
import { epochPlace, rootPlace, unwrapSecret, wrapSecret } from '../../src/journal/wrap.ts'
import { fixedDevice, refusalOf, valueOf } from './office.ts'

describe('a new device', () => {
  test('is named by the hash of its key, and its private keys cannot be read out', async () => {
    const device = await makeDeviceKeys()
    expect(device.id).toEqual(await sha256(device.signingPublic))
    for (const key of [device.signing.privateKey, device.sealing.privateKey]) {
      expect(key.extractable).toBe(false)
      await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow()
    }
    expect([device.signingPublic.length, device.sealingPublic.length]).toEqual([32, 32])
  })

  test('signs what its public key confirms', async () => {
    const device = await makeDeviceKeys()
    const signature = await crypto.subtle.sign('Ed25519', device.signing.privateKey, textBytes('Grüße'))
    const key = valueOf(await importVerifyKey(device.signingPublic))
    expect(await crypto.subtle.verify('Ed25519', key, signature, textBytes('Grüße'))).toBe(true)
  })
})

describe('a new workspace', () => {
  test('is named by the hash of its root key, whose private half comes back from its wrapping', async () => {
    const [root, anna] = [await makeRootKeys(), await makeDeviceKeys()]
    expect(root.workspace).toEqual(await keyIdOf(root.publicKey))
    expect(root.signing.extractable).toBe(false)
    const place = rootPlace(root.workspace)
    const wrapped = valueOf(await wrapSecret(root.privateKey, anna.sealingPublic, place))
    const again = valueOf(await importRootKey(valueOf(await unwrapSecret(wrapped, anna.sealing, place))))
    const signature = await crypto.subtle.sign('Ed25519', again, textBytes('x'))
    const verify = valueOf(await importVerifyKey(root.publicKey))
    expect(await crypto.subtle.verify('Ed25519', verify, signature, textBytes('x'))).toBe(true)
  })
})

describe('an epoch key', () => {
  test('is random and cannot be read out of its key', async () => {
    const secret = makeEpochSecret()
    expect(secret).not.toEqual(makeEpochSecret())
    expect(valueOf(await importEpochKey(secret)).extractable).toBe(false)
  })

  test.each([
    ['an epoch key of 16 bytes', () => importEpochKey(new Uint8Array(16))],
    ['a signing key of 31 bytes', () => importVerifyKey(new Uint8Array(31))],
    ['a root key that is none', () => importRootKey(new Uint8Array(48))],
    ['wrapping for a key of 31 bytes', () => wrapSecret(noHash(), new Uint8Array(31), 'p')],
    ['wrapping for a key everybody can agree with', () => wrapSecret(noHash(), noHash(), 'p')],
  ])('%s is unusable', async (_, act) => {
    expect(refusalOf<object>(await act())).toEqual({ because: 'key is unusable' })
  })
})

describe('a wrapped key', async () => {
  const [anna, ben] = [await fixedDevice('Annas Laptop'), await fixedDevice('Bens Telefon')]
  const workspace = noHash().fill(7)
  const place = epochPlace(workspace, 'team:ab12#1', 1)
  const secret = makeEpochSecret()
  const wrapped = valueOf(await wrapSecret(secret, anna.sealingPublic, place))

  test('opens for its device at its place', async () => {
    expect(valueOf(await unwrapSecret(wrapped, anna.sealing, place))).toEqual(secret)
    expect(wrapped.length).toBe(1 + 32 + 32 + 16)
  })

  test.each([
    ['another device', () => unwrapSecret(wrapped, ben.sealing, place)],
    ['another epoch', () => unwrapSecret(wrapped, anna.sealing, epochPlace(workspace, 'team:ab12#1', 2))],
    ['another document', () => unwrapSecret(wrapped, anna.sealing, epochPlace(workspace, 'governance#1', 1))],
    [
      'another algorithm',
      () =>
        unwrapSecret(
          wrapped.map((byte, at) => (at ? byte : 2)),
          anna.sealing,
          place,
        ),
    ],
    ['a cut', () => unwrapSecret(wrapped.slice(0, 20), anna.sealing, place)],
    ['nothing', () => unwrapSecret(new Uint8Array(0), anna.sealing, place)],
    ['a secret over its cap', () => unwrapSecret(new Uint8Array(600).fill(1), anna.sealing, place)],
  ])('stays shut for %s', async (_, act) => {
    expect(refusalOf(await act())).toEqual({ because: 'secret cannot be unwrapped' })
  })

  test('stays shut when any byte of it was changed', async () => {
    for (let at = 0; at < wrapped.length; at++) {
      const changed = wrapped.map((byte, index) => (index === at ? byte ^ 1 : byte))
      expect((await unwrapSecret(changed, anna.sealing, place)).ok).toBe(false)
    }
  })
})
