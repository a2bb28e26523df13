import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { compareBytes, equalBytes, isNoHash, noHash, sha256, toHex, type Bytes } from './bytes.ts'
import { continueChain } from './chain.ts'
import { checkCertificate } from './certificate.ts'
import { decodeEntry, type EntryParts } from './entry.ts'
import { isDocumentName, membershipDocument, type EntryDraft, type EntryRef } from './header.ts'
import { withHead, type Heads } from './heads.ts'
import { importEpochKey, importVerifyKey, type DeviceKeys, type DevicePublic } from './keys.ts'
import { decodeAct, firstEpoch, workspaceDocument, type EpochKeys, type MembershipAct } from './membership-act.ts'
import type { ChainRefusal, EntryRefusal, MembershipRefusal, SealRefusal } from './refusal.ts'
import { verifySignature, type Keyring } from './seal.ts'
import { epochPlace, unwrapSecret } from './wrap.ts'

export type MemberDevice = DevicePublic & Readonly<{ person: string; verifyKey: CryptoKey }>
export type MemberPerson = Readonly<{ id: string; devices: readonly string[] }>

/** One key epoch of a document: the wrapped key by the device it is for. */
export type KeyEpoch = Readonly<{ epoch: number; wrapped: ReadonlyMap<string, Bytes> }>

/** Who belongs to a workspace, folded from its membership log. Devices are keyed by their id in hexadecimal. */
export type Membership = Readonly<{
  workspace: Bytes
  rootKey: Bytes
  /** The newest entry of the log; its hash goes into the header of every entry written now. */
  head: EntryRef
  heads: Heads
  people: ReadonlyMap<string, MemberPerson>
  devices: ReadonlyMap<string, MemberDevice>
  admins: ReadonlySet<string>
  /** By document name, oldest epoch first. */
  epochs: ReadonlyMap<string, readonly KeyEpoch[]>
}>

export type FoldRefusal = EntryRefusal | SealRefusal | ChainRefusal | MembershipRefusal
type Folded = Promise<Result<Membership, FoldRefusal>>

/**
 * Folds a membership log. In: the workspace's id and the log's entries in their order, as bytes. Out: who belongs to it, or the first
 * refusal. The same entries give the same membership on every device.
 */
export const foldMembership = async (workspace: Bytes, entries: readonly Uint8Array[]): Folded => {
  let membership: Membership | undefined
  for (const bytes of entries) {
    const extended = await extendMembership(workspace, membership, bytes)
    if (!extended.ok) return extended
    membership = extended.value
  }
  return membership ? ok(membership) : refuse({ because: 'membership is not founded' })
}

/** One entry more. In: the membership so far, undefined before the founding. Refuses whatever the log so far does not allow. */
export const extendMembership = async (
  workspace: Bytes,
  membership: Membership | undefined,
  bytes: Uint8Array,
): Folded => {
  const decoded = decodeEntry(bytes)
  if (!decoded.ok) return decoded
  if (decoded.value.header.kind !== 'membership') return refuse({ because: 'membership is malformed' })
  const act = decodeAct(decoded.value.ciphertext)
  if (!act.ok) return act
  const entry = { parts: decoded.value, hash: await sha256(bytes) }
  if (act.value.act === 'found') {
    return membership ? refuse({ because: 'membership is founded already' }) : found(workspace, act.value, entry)
  }
  return membership ? openDocument(membership, act.value.keys, entry) : refuse({ because: 'membership is not founded' })
}

type Entry = Readonly<{ parts: EntryParts; hash: Bytes }>

/** The next head of the log, when this entry continues its writer's chain and its signature is right. */
const accept = async (
  workspace: Bytes,
  heads: Heads,
  { parts, hash }: Entry,
  key: CryptoKey,
): Promise<Result<EntryRef, ChainRefusal | SealRefusal>> => {
  const { device } = parts.header
  if (!(await verifySignature(parts, key))) return refuse({ because: 'signature is wrong' })
  const head = heads.get(toHex(device))
  const hashAt = (seq: number): Bytes | undefined => (seq === head?.seq ? head.hash : undefined)
  return continueChain({ place: { workspace, document: membershipDocument, device }, head, hashAt }, { ...parts, hash })
}

const found = async (workspace: Bytes, act: MembershipAct & { act: 'found' }, entry: Entry): Folded => {
  const { rootKey, certificate, keys } = act
  if (!equalBytes(await sha256(rootKey), workspace)) return refuse({ because: 'root key does not match the workspace' })
  const device = await certifiedDevice(workspace, rootKey, certificate)
  if (!device || !equalBytes(device.id, entry.parts.header.device)) return refuse({ because: 'certificate is wrong' })
  const head = await accept(workspace, new Map(), entry, device.verifyKey)
  if (!head.ok) return head
  if (!isNoHash(entry.parts.header.membership)) return refuse({ because: 'membership head is another' })
  const devices = new Map([[toHex(device.id), device]])
  if (keys.document !== workspaceDocument || keys.epoch !== firstEpoch)
    return refuse({ because: 'membership is malformed' })
  if (!areWrappedFor(keys, devices, device)) return refuse({ because: 'wrapped for the wrong devices' })
  return ok({
    workspace,
    rootKey,
    head: head.value,
    heads: withHead(new Map(), head.value),
    people: new Map([[device.person, { id: device.person, devices: [toHex(device.id)] }]]),
    devices,
    admins: new Set([device.person]),
    epochs: new Map([[keys.document, [keyEpoch(keys)]]]),
  })
}

const certifiedDevice = async (
  workspace: Bytes,
  rootKey: Bytes,
  certificate: (MembershipAct & { act: 'found' })['certificate'],
): Promise<MemberDevice | undefined> => {
  const root = await importVerifyKey(rootKey)
  const verifyKey = await importVerifyKey(certificate.signingPublic)
  if (!root.ok || !verifyKey.ok) return undefined
  const device = await checkCertificate(certificate, root.value, workspace)
  return device && { ...device, verifyKey: verifyKey.value }
}

const openDocument = async (membership: Membership, keys: EpochKeys, entry: Entry): Folded => {
  const { header } = entry.parts
  const device = membership.devices.get(toHex(header.device))
  if (!device) return refuse({ because: 'device is unknown', device: header.device })
  const head = await accept(membership.workspace, membership.heads, entry, device.verifyKey)
  if (!head.ok) return head
  if (!equalBytes(header.membership, membership.head.hash)) return refuse({ because: 'membership head is another' })
  const { document, epoch } = keys
  if (!isDocumentName(document) || document === membershipDocument || epoch !== firstEpoch) {
    return refuse({ because: 'membership is malformed' })
  }
  if (!membership.admins.has(device.person)) return refuse({ because: 'person may not do this', person: device.person })
  if (membership.epochs.has(document)) return refuse({ because: 'document is open already', document })
  if (!areWrappedFor(keys, membership.devices, device)) return refuse({ because: 'wrapped for the wrong devices' })
  return ok({
    ...membership,
    head: head.value,
    heads: withHead(membership.heads, head.value),
    epochs: new Map([...membership.epochs, [document, [keyEpoch(keys)]]]),
  })
}

/** For known devices only, each once and in order, and for the writer: who opens a document must be able to read it. */
const areWrappedFor = ({ wrapped }: EpochKeys, devices: Membership['devices'], writer: DevicePublic): boolean =>
  wrapped.every(({ device }, index) => {
    const before = wrapped[index - 1]
    return devices.has(toHex(device)) && (!before || compareBytes(before.device, device) < 0)
  }) && wrapped.some(({ device }) => equalBytes(device, writer.id))

const keyEpoch = ({ epoch, wrapped }: EpochKeys): KeyEpoch => ({
  epoch,
  wrapped: new Map(wrapped.map(({ device, secret }) => [toHex(device), secret])),
})

/** The header fields of this device's next membership entry; before the founding without a membership. `stamp`: hybrid logical clock. */
export const membershipDraft = (
  workspace: Bytes,
  membership: Membership | undefined,
  device: Bytes,
  stamp: number,
): EntryDraft => {
  const own = membership?.heads.get(toHex(device))
  return {
    kind: 'membership',
    workspace,
    document: membershipDocument,
    device,
    seq: (own?.seq ?? 0) + 1,
    prev: own?.hash ?? noHash(),
    deps: [],
    stamp,
    membership: membership?.head.hash ?? noHash(),
    keyEpoch: 0,
    clients: [],
    command: null,
  }
}

/** Every key this device holds, ready for `openEntry`. A wrapped key that does not open is left out: entries under it answer `key is missing`. */
export const keyringOf = async (
  { workspace, devices, epochs }: Membership,
  own: Pick<DeviceKeys, 'id' | 'sealing'>,
): Promise<Keyring> => {
  const keys = new Map<string, CryptoKey>()
  for (const [document, list] of epochs) {
    for (const { epoch, wrapped } of list) {
      const place = epochPlace(workspace, document, epoch)
      const secret = await unwrapSecret(wrapped.get(toHex(own.id)) ?? new Uint8Array(), own.sealing, place)
      const key = secret.ok ? await importEpochKey(secret.value) : secret
      if (key.ok) keys.set(place, key.value)
    }
  }
  return {
    verifyKey: device => devices.get(toHex(device))?.verifyKey,
    epochKey: (document, epoch) => keys.get(epochPlace(workspace, document, epoch)),
  }
}
