import { workspaceDocument, type DocumentName } from '../../domain/kernel/record.ts'
import { toHex, type Bytes } from '../../journal/bytes.ts'
import { membershipDocument } from '../../journal/header.ts'
import { openOwnKey } from '../../journal/keyring.ts'
import type { DeviceKeys } from '../../journal/keys.ts'
import type { KeyAct } from '../../journal/membership-history.ts'
import { countingKeys } from '../../journal/membership-keys.ts'
import type { Membership } from '../../journal/membership.ts'
import { tagOf } from './segment-form.ts'
import { segmentMaterial, type SegmentOpener, type SegmentSeal } from './segment.ts'

/** The keys of one device for what it lays down and picks up. */
export type SegmentKeys = Readonly<{
  workspace: Bytes
  tag: Bytes
  /** This device's id. */
  own: Bytes
  signing: CryptoKey
  sealing: CryptoKeyPair
  /** How segments of a document are sealed now; undefined where this device holds no key of it. */
  sealOf(document: DocumentName): Promise<SegmentSeal | undefined>
  opener(): Promise<SegmentOpener>
  /** To check signatures with; undefined where the log has never heard of the device. */
  verifyKey(device: Bytes): CryptoKey | undefined
  /** A device's raw X25519 public key. */
  sealingPublic(device: string): Bytes | undefined
}>

type Here = Readonly<{ membership: () => Membership; keys: DeviceKeys }>

/**
 * The keys as the membership log gives them. Segments of a document are sealed with that document's newest key, so that a member without
 * a grant opens none of them. The log itself is sealed with the key of the document every member reads, and wrapped for each device
 * besides: the entry that hands out a new key must not lie behind that key.
 */
export const segmentKeysOf = ({ membership, keys }: Here): SegmentKeys => {
  const known = new Map<string, Promise<CryptoKey | undefined>>()
  const materialOf = (act: KeyAct): Promise<CryptoKey | undefined> => {
    const { hash } = act.entry
    const material = known.get(hash) ?? makeMaterial(membership(), act, keys)
    known.set(hash, material)
    // A key that is not here may be handed to this device later.
    void material.then(found => found ?? known.delete(hash))
    return material
  }
  const firstOf = async (acts: readonly KeyAct[]): Promise<CryptoKey | undefined> => {
    for (const act of acts) {
      const material = await materialOf(act)
      if (material) return material
    }
    return undefined
  }
  const { workspace } = membership()
  const [tag, own] = [tagOf(workspace), keys.id]
  return {
    workspace,
    tag,
    own,
    signing: keys.signing.privateKey,
    sealing: keys.sealing,
    sealOf: async document => {
      const isLog = document === membershipDocument
      const material = await firstOf(countingKeys(membership(), isLog ? workspaceDocument : document))
      const recipients = isLog ? membersHere(membership()) : []
      return material && { tag, material, recipients, device: own, signing: keys.signing.privateKey }
    },
    opener: async () => {
      const acts = [...membership().view.history.keys.values()].flat().toReversed()
      const materials = await Promise.all(acts.map(materialOf))
      return { tag, materials: materials.filter(material => material !== undefined), sealing: keys.sealing }
    },
    verifyKey: device => membership().verifyKeys.get(toHex(device)),
    sealingPublic: device => membership().devices.get(device)?.sealingPublic,
  }
}

/** Whoever belongs here now; a device that was taken out gets no key any more. */
const membersHere = ({ devices }: Membership): readonly Bytes[] =>
  [...devices.values()].filter(({ isRemoved }) => !isRemoved).map(({ sealingPublic }) => sealingPublic)

const makeMaterial = async (membership: Membership, act: KeyAct, keys: DeviceKeys): Promise<CryptoKey | undefined> => {
  const opened = await openOwnKey(membership, act, keys)
  return opened && segmentMaterial(opened.secret)
}
