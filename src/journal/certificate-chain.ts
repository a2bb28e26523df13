import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { checkAdmission, readAdmission, writeAdmission, type Admission } from './admission.ts'
import { equalBytes, toHex, type Bytes } from './bytes.ts'
import { caps } from './caps.ts'
import { checkCertificate, readCertificate, writeCertificate, type DeviceCertificate } from './certificate.ts'
import { importVerifyKey, keyIdOf, type DevicePublic } from './keys.ts'
import { isRootAct, type Welcome } from './membership-history.ts'
import { welcomeOf, type View } from './membership-view.ts'
import type { Membership } from './membership.ts'
import { readHash, readList, readWhole } from './read-whole.ts'
import type { MembershipRefusal } from './refusal.ts'

/**
 * How a device came to belong: the root's word for a first device, then each device's word for the next, down to the one that shows the
 * chain. It can be checked by whoever knows the workspace's id, without the membership log.
 */
export type CertificateChain = Readonly<{
  rootKey: Bytes
  top: DeviceCertificate
  admissions: readonly Admission[]
}>

/** A device and its person, as a whole chain has proved them. `vouchedBy`: the nearest device on the way that is known, or the root. */
export type ProvenDevice = DevicePublic & Readonly<{ person: string; verifyKey: CryptoKey; vouchedBy: string | 'root' }>

/** What is known of a device on the way, by its id in hexadecimal; undefined when it was never heard of. */
export type Acquaintance = (device: string) => 'member' | 'removed' | undefined

/** A chain's one byte form: root key, first certificate, number of admissions and each of them. */
export const encodeChain = ({ rootKey, top, admissions }: CertificateChain): Bytes => {
  const encoder = createEncoder()
  writeUint8Array(encoder, rootKey)
  writeCertificate(encoder, top)
  writeVarUint(encoder, admissions.length)
  for (const admission of admissions) writeAdmission(encoder, admission)
  return toUint8Array(encoder)
}

const decodeChain = (bytes: Uint8Array): CertificateChain | undefined => {
  const chain = readWhole(bytes, decoder => ({
    rootKey: readHash(decoder),
    top: readCertificate(decoder),
    admissions: readList(decoder, caps.certificateChain - 1, () => readAdmission(decoder)),
  }))
  return chain && equalBytes(encodeChain(chain), bytes) ? chain : undefined
}

type Link = DevicePublic & Readonly<{ person: string; verifyKey: CryptoKey }>

const withKey = async (device: (DevicePublic & { readonly person: string }) | undefined): Promise<Link | undefined> => {
  const key = device && (await importVerifyKey(device.signingPublic))
  return device && key?.ok ? { ...device, verifyKey: key.value } : undefined
}

const firstLink = async ({ rootKey, top }: CertificateChain, workspace: Bytes): Promise<Link | undefined> => {
  const root = await importVerifyKey(rootKey)
  const isRoot = root.ok && equalBytes(await keyIdOf(rootKey), workspace)
  return isRoot ? withKey(await checkCertificate(top, root.value, workspace)) : undefined
}

/** Every device on the way, each vouched for by the one before it; undefined when one is not. */
const linksOf = async (chain: CertificateChain, workspace: Bytes): Promise<readonly Link[] | undefined> => {
  let link = await firstLink(chain, workspace)
  const links = [link]
  for (const admission of chain.admissions) {
    link =
      link && equalBytes(admission.issuer, link.id)
        ? await withKey(await checkAdmission(admission, link.verifyKey, workspace))
        : undefined
    links.push(link)
  }
  return links.every(one => one !== undefined) ? links : undefined
}

/**
 * Does this chain prove a device? In: the chain's bytes from anywhere, the workspace's id, and what is known of devices. Out: the device at its
 * end. Refuses a chain with a wrong link, and one whose nearest known device is removed: what that device says now counts for nothing.
 * That the device holds its key is for the handshake to show; what its person may do, for the log.
 */
export const checkChain = async (
  bytes: Uint8Array,
  workspace: Bytes,
  acquaintance: Acquaintance,
): Promise<Result<ProvenDevice, MembershipRefusal>> => {
  const chain = decodeChain(bytes)
  const links = chain && (await linksOf(chain, workspace))
  const end = links?.at(-1)
  if (!links || !end) return refuse({ because: 'certificate is wrong' })
  const nearest = links.findLast(({ id }) => acquaintance(toHex(id)) !== undefined)
  if (nearest && acquaintance(toHex(nearest.id)) === 'removed')
    return refuse({ because: 'device is removed', device: nearest.id })
  return ok({ ...end, vouchedBy: nearest ? toHex(nearest.id) : 'root' })
}

/** The way from the root to a device. Each device before it is looked up where it vouched: it may have been removed since. */
const wayTo = (view: View, device: string): readonly Welcome[] => {
  const welcome = welcomeOf(view, device)?.act
  if (!welcome) return []
  return isRootAct(welcome) ? [welcome] : [...wayTo({ ...view, past: welcome.past }, welcome.entry.device), welcome]
}

/** The chain a device can show to those who do not know it yet. Refuses a device that is not a member's, or too far from the root. */
export const chainOf = ({ view }: Membership, device: Bytes): Result<CertificateChain, MembershipRefusal> => {
  const [first, ...others] = wayTo(view, toHex(device)).map(({ act }) => act)
  const founding = view.history.acts.find(({ act }) => act.act === 'found')?.act
  if (!first || first.act === 'admit' || founding?.act !== 'found')
    return refuse({ because: 'device is removed', device })
  if (others.length >= caps.certificateChain) return refuse({ because: 'certificate chain is too long' })
  const admissions = others.filter(act => act.act === 'admit').map(({ certificate }) => certificate)
  return ok({ rootKey: founding.rootKey, top: first.certificate, admissions })
}
