import { ok } from '../domain/kernel/result.ts'
import { encodeChain } from '../journal/certificate-chain.ts'
import { certifyDevice } from '../journal/certificate.ts'
import type { DeviceKeys, RootKeys } from '../journal/keys.ts'
import { emptyLog, extendLog } from '../journal/membership-log.ts'
import { recoverWith } from '../journal/recover-with.ts'
import { writeActs } from '../journal/write-acts.ts'
import type { RootSpeech } from './by-root.ts'

/** A new device that speaks for the root. In: the root as its sheet gave it, the device's own keys, its clock. */
export const rootSpeech = (root: RootKeys, keys: DeviceKeys, now: () => number): RootSpeech => ({
  workspace: root.workspace,
  word: async person =>
    encodeChain({ rootKey: root.publicKey, top: await certifyDevice(root, keys, person), admissions: [] }),
  speak: async ({ workspace, entries }, person) => {
    const { log } = await extendLog(emptyLog(workspace), entries)
    const written = await writeActs(log, keys, [membership => recoverWith(membership, root, keys, person)], now())
    return written.ok ? ok(written.value.sealed.map(({ bytes }) => bytes)) : written
  },
})
