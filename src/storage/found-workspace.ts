import { idFrom } from '../domain/kernel/id.ts'
import { nextStamp } from '../domain/kernel/stamp.ts'
import { toHex } from '../journal/bytes.ts'
import { makeDeviceKeys, makeEpochSecret, makeRootKeys, type DeviceKeys, type RootKeys } from '../journal/keys.ts'
import { foundWorkspace as foundingAct } from '../journal/found-workspace.ts'
import { encodeAct } from '../journal/membership-act.ts'
import { membershipDraft } from '../journal/membership-draft.ts'
import { sealEntry, type SealedEntry } from '../journal/seal.ts'
import { rootPlace, wrapSecret } from '../journal/wrap.ts'
import type { KnownWorkspace } from '../workspace/device.ts'
import { WorkspaceDatabase } from './database.ts'
import { rememberWorkspace } from './remember-workspace.ts'
import { entryRowOf, headRowOf } from './rows.ts'
import { setSentinel } from './sentinel.ts'

export type Founding = Readonly<{
  /** What the workspace is called on this device. */
  name: string
  /** Who founds it; an id is made when none is given. */
  person: Readonly<{ name: string; id?: string }>
  sample: boolean
}>

/**
 * Makes a new workspace on this device: root keys, device keys, the founder's certificate, the first membership entry and the first
 * key of the workspace document. Out: the workspace as it now stands in this device's list. Throws when storage refuses.
 */
export const foundWorkspace = async ({ name, person, sample }: Founding, now = Date.now()): Promise<KnownWorkspace> => {
  const founder = { name: person.name, id: person.id ?? idFrom(crypto.getRandomValues(new Uint8Array(12))) }
  const [root, device] = [await makeRootKeys(), await makeDeviceKeys()]
  const id = toHex(root.workspace)
  const entry = await foundingEntry(root, device, founder.id, now)
  const wrapped = await wrapSecret(root.privateKey, device.sealingPublic, rootPlace(root.workspace))
  if (!wrapped.ok) throw new Error(wrapped.refusal.because)
  const database = new WorkspaceDatabase(id)
  const { entries, heads, keys } = database
  await database.transaction('rw', entries, heads, keys, async () => {
    await keys.bulkAdd([
      { id: 'device', keys: device, person: founder.id },
      { id: 'root', wrapped: wrapped.value },
    ])
    await entries.add(entryRowOf(entry))
    await heads.add(headRowOf(entry))
  })
  database.close()
  setSentinel({ workspace: id, name, since: now })
  return rememberWorkspace({ id, name, person: founder, lastOpenedAt: now, sample })
}

const foundingEntry = async (root: RootKeys, device: DeviceKeys, person: string, now: number): Promise<SealedEntry> => {
  const act = await foundingAct(root, device, person, makeEpochSecret())
  if (!act.ok) throw new Error(act.refusal.because)
  const draft = membershipDraft(root.workspace, undefined, device.id, nextStamp(0, now))
  const sealed = await sealEntry(draft, encodeAct(act.value), { signing: device.signing.privateKey, epoch: null })
  if (!sealed.ok) throw new Error(sealed.refusal.because)
  return sealed.value
}
