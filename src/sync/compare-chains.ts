import type { DocumentName } from '../domain/kernel/record.ts'
import type { DeviceId, Journal, Ledger } from '../workspace/journal-port.ts'
import { findBranches } from './find-branches.ts'
import type { OwnChain } from './own-chain.ts'
import type { Session } from './session.ts'
import type { Wants } from './wants.ts'

export type CompareParts = Readonly<{ own: DeviceId; journal: Journal; ownChain: OwnChain; wants: Wants }>

/** Looks whether both sides of a link have the same history of each chain, as far as both have it. Of another one the proof is fetched. */
export const compareChains = async (
  { own, journal, ownChain, wants }: CompareParts,
  session: Session,
  document: DocumentName,
  ledger: Ledger,
): Promise<void> => {
  const { knowledge, peer } = session
  const chains = knowledge.chains(document)
  ownChain.hear(document, peer.device, chains.get(own)?.seq ?? 0)
  for (const place of await findBranches(journal, document, ledger, chains)) {
    if (place.device === own) ownChain.hearOther(document)
    knowledge.distrust(document, place.device)
    wants.proof(session, document, place)
  }
}
