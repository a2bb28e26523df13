import { refuse, type Result } from '../domain/kernel/result.ts'
import type { Bytes } from '../journal/bytes.ts'
import type { KeyRefusal } from '../journal/refusal.ts'
import { rootPlace, unwrapSecret } from '../journal/wrap.ts'
import type { WorkspaceDatabase } from './database.ts'
import type { Identity } from './identity.ts'

/** Whether the root's private key lies on this device: it founded the workspace, or came back by a recovery sheet. */
export const holdsRoot = async (database: WorkspaceDatabase): Promise<boolean> =>
  (await database.keys.get('root')) !== undefined

/** The root's private key, PKCS #8, in the open only for as long as a sheet is being sealed. Refuses where it does not lie. */
export const openRoot = async (
  database: WorkspaceDatabase,
  { keys, membership }: Pick<Identity, 'keys' | 'membership'>,
): Promise<Result<Bytes, KeyRefusal>> => {
  const row = await database.keys.get('root')
  if (row?.id !== 'root') return refuse({ because: 'key is unusable' })
  return unwrapSecret(row.wrapped, keys.sealing, rootPlace(membership.workspace))
}
