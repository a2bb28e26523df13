import { ok, refuse } from '../domain/kernel/result.ts'
import { equalBytes, toHex } from '../journal/bytes.ts'
import { checkChain } from '../journal/certificate-chain.ts'
import { handOutKeys } from './admit.ts'
import type { RootHearing } from './by-root.ts'
import type { OwnDevice } from './own-device.ts'

/**
 * A member's device that lets in whoever brings the root's word for a person. In: the person's id, this device's clock. It needs no role for
 * it: what it hands over is what any member has, and the keys that it holds itself.
 */
export const rootHearing = (own: OwnDevice, person: string, now: () => number): RootHearing => {
  const log = async () => ({ workspace: own.membership().workspace, entries: await own.log() })
  return {
    person,
    isRootsWord: async (chain, { id }) => {
      const { workspace, devices } = own.membership()
      // A device that anybody here has heard of comes in by the log, or not at all.
      const proven = await checkChain(chain, workspace, device => (devices.has(device) ? 'removed' : undefined))
      return proven.ok && equalBytes(proven.value.id, id) && proven.value.person === person
    },
    log,
    take: async (entries, { id }) => {
      await own.take(entries)
      const known = own.membership().devices.get(toHex(id))
      if (known?.isRemoved !== false || known.person !== person) return refuse({ because: 'not admitted' })
      const handed = await own.change([handOutKeys(own.keys, now())])
      return handed.ok ? ok(await log()) : handed
    },
  }
}
