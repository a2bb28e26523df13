import { workspaceDocument } from '../domain/kernel/record.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import { chainOf, checkChain, encodeChain } from '../journal/certificate-chain.ts'
import { openOwnKey } from '../journal/keyring.ts'
import { countingKeys } from '../journal/membership-keys.ts'
import type { MembershipRefusal } from '../journal/refusal.ts'
import { doorEpochs, doorKeyOf } from './door-key.ts'
import type { Door } from './handshake.ts'
import type { OwnDevice } from './own-device.ts'
import type { Timer } from './timer.ts'

type Own = Pick<OwnDevice, 'keys' | 'membership'>

/** Keys of the door for the newest epochs of `workspace#1` that this device holds. */
const doorKeysOf = async ({ keys, membership }: Own): Promise<readonly CryptoKey[]> => {
  const known = membership()
  const newest = countingKeys(known, workspaceDocument).slice(0, doorEpochs)
  const opened = await Promise.all(newest.map(made => openOwnKey(known, made, keys)))
  return Promise.all(opened.flatMap(one => (one ? [doorKeyOf(one.secret)] : [])))
}

/** Who is known here decides; of whom nobody here has heard, the chain itself. */
const whoIs =
  ({ membership }: Own): Door['whoIs'] =>
  async chain => {
    const { workspace, devices } = membership()
    const proven = await checkChain(chain, workspace, device => {
      const known = devices.get(device)
      if (!known) return undefined
      return known.isRemoved ? 'removed' : 'member'
    })
    if (proven.ok) return ok(proven.value)
    const isRemoved = proven.refusal.because === 'device is removed'
    return { ok: false, refusal: { because: isRemoved ? 'device is removed' : 'certificate is wrong' } }
  }

/** Signs with a device's key. */
export const signerOf =
  ({ signing }: OwnDevice['keys']) =>
  async (bytes: Bytes): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.sign('Ed25519', signing.privateKey, bytes))

/** This device's door by the membership as it is known now. Refuses a device that is no member any more. */
export const doorOf = async (own: Own, timer: Timer): Promise<Result<Door, MembershipRefusal>> => {
  const chain = chainOf(own.membership(), own.keys.id)
  if (!chain.ok) return chain
  return ok({
    device: own.keys.id,
    keys: await doorKeysOf(own),
    chain: encodeChain(chain.value),
    sign: signerOf(own.keys),
    whoIs: whoIs(own),
    timer,
  })
}
