import { toHex, type Bytes } from './bytes.ts'
import { importEpochKey, type DeviceKeys } from './keys.ts'
import { listed, type KeyAct } from './membership-history.ts'
import { countingKeys, wrappedFor } from './membership-keys.ts'
import type { Membership } from './membership.ts'
import type { Keyring } from './seal.ts'
import { epochPlace, unwrapSecret, type WrapPlace } from './wrap.ts'

type OwnKeys = Pick<DeviceKeys, 'id' | 'sealing'>

/** The keys of one device: to open entries, and to seal with. */
export type MemberKeyring = Keyring &
  Readonly<{
    /** The newest counting key this device holds; undefined where it holds none. */
    sealingKey: (document: string) => Readonly<{ epoch: number; key: CryptoKey }> | undefined
  }>

type Opened = Readonly<{ secret: Bytes; key: CryptoKey }>

const placeOf = ({ workspace }: Membership, { act }: KeyAct): WrapPlace =>
  epochPlace(workspace, act.keys.document, act.keys.epoch)

/** The first of this device's wrappings that opens to a key: what a device hands out in bad faith may be no key at all. */
export const openOwnKey = async (membership: Membership, made: KeyAct, own: OwnKeys): Promise<Opened | undefined> => {
  for (const wrapped of wrappedFor(membership, made, toHex(own.id))) {
    const secret = await unwrapSecret(wrapped, own.sealing, placeOf(membership, made))
    const key = secret.ok ? await importEpochKey(secret.value) : secret
    if (secret.ok && key.ok) return { secret: secret.value, key: key.value }
  }
  return undefined
}

/**
 * Every key this device holds, ready for `openEntry` and for sealing. Keys of struck entries are among them, they have to open what was sealed with
 * them. What does not open is left out: entries under it answer `key is missing`.
 */
export const keyringOf = async (membership: Membership, own: OwnKeys): Promise<MemberKeyring> => {
  const { keys: made } = membership.view.history
  const opened = new Map<KeyAct, CryptoKey>()
  for (const act of [...made.values()].flat()) {
    const found = await openOwnKey(membership, act, own)
    if (found) opened.set(act, found.key)
  }
  return {
    verifyKey: device => membership.verifyKeys.get(toHex(device)),
    epochKeys: (document, epoch) =>
      listed(made, document).flatMap(act => (act.act.keys.epoch === epoch ? (opened.get(act) ?? []) : [])),
    lacksKey: (document, epoch) => listed(made, document).some(act => act.act.keys.epoch === epoch && !opened.has(act)),
    sealingKey: document => {
      for (const act of countingKeys(membership, document)) {
        const key = opened.get(act)
        if (key) return { epoch: act.act.keys.epoch, key }
      }
      return undefined
    },
  }
}
