import { ok, refuse } from '../domain/kernel/result.ts'
import { recoveryText, sealRecovery } from '../journal/recovery-sheet.ts'
import type { OpenedStorage } from '../storage/open-storage.ts'
import { holdsRoot, openRoot } from '../storage/root-key.ts'
import type { Recovery } from '../workspace/recovery-port.ts'
import type { Workspace } from '../workspace/workspace.ts'

/** What this device remembers of its sheet lies beside the journal, and goes with it. */
const notes = { made: 'recovery:made', putAway: 'recovery:putAway' } as const

/** The recovery sheet of a workspace that is open here. */
export const recoveryOf = (workspace: Workspace, { database, identity }: OpenedStorage): Recovery => ({
  state: async () => {
    const [isHere, made, putAway] = await Promise.all([
      holdsRoot(database),
      workspace.notes.get(notes.made),
      workspace.notes.get(notes.putAway),
    ])
    return { holdsRoot: isHere, madeAt: typeof made === 'number' ? made : undefined, isPutAway: putAway === true }
  },
  makeSheet: async passphrase => {
    const root = await openRoot(database, identity)
    if (!root.ok) return refuse({ because: 'rootIsElsewhere' })
    const sealed = await sealRecovery({ workspace: identity.membership.workspace, privateKey: root.value }, passphrase)
    if (sealed.ok) return ok(recoveryText(sealed.value))
    return refuse({
      because: sealed.refusal.because === 'passphraseIsTooShort' ? 'passphraseIsTooShort' : 'rootIsElsewhere',
    })
  },
  noteMade: now => workspace.notes.set(notes.made, now),
  putOfferAway: () => workspace.notes.set(notes.putAway, true),
})
