import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { equalBytes, type Bytes } from './bytes.ts'
import type { ChainRefusal } from './refusal.ts'

/** Which device writes with which Yjs client id in one document. */
export type ClientClaims = ReadonlyMap<number, Bytes>

/**
 * Binds client ids to the device whose entry declares them first. Two devices writing with one id would split every replica for good:
 * equal state vectors, different content (SYNC 2). In: the claims so far, the device, its header's `clients`. Out: the claims with
 * these. Refuses an id that another device holds.
 */
export const claimClients = (
  claims: ClientClaims,
  device: Bytes,
  clients: readonly number[],
): Result<ClientClaims, ChainRefusal> => {
  const foreign = clients.find(client => !equalBytes(claims.get(client) ?? device, device))
  if (foreign !== undefined) return refuse({ because: 'client belongs to another device', client: foreign })
  const fresh = clients.filter(client => !claims.has(client))
  return ok(
    fresh.length === 0 ? claims : new Map([...claims, ...fresh.map((client): [number, Bytes] => [client, device])]),
  )
}
