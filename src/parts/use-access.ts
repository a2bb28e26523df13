import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { DocumentName } from '../domain/kernel/record.ts'
import { documentOfTeam, team as teamRecord } from '../domain/people/team.ts'
import type { Access } from '../workspace/access-port.ts'
import { matchAddress } from './addresses.ts'
import { useAddress } from './use-address.ts'
import { useRecord } from './use-record.ts'
import { useWorkspace } from './workspace-context.ts'

/** What the person here may do with a document; of none it is everything. */
export const useAccess = (document: DocumentName | undefined): Access => {
  const { access } = useWorkspace()
  const found = useSyncExternalStore(access.onChange, () => (document === undefined ? 'write' : access.of(document)))
  useEffect(() => {
    if (found !== 'write') access.look().catch((error: unknown) => reportError(error))
  }, [access, found])
  return found
}

/** The same for the team in the address. */
export const useAccessHere = (): Access => {
  const { base } = useAddress()
  const record = useRecord(teamRecord, matchAddress('/t/:team/:a?/:b?/:c?', base)?.['team'])
  return useAccess(record && documentOfTeam(record))
}

/** Those of some documents that may be read here at all. */
export const useReadable = (documents: readonly DocumentName[]): ReadonlySet<DocumentName> => {
  const { access } = useWorkspace()
  const readable = useCallback(
    () => documents.filter(document => access.of(document) !== 'none').join('\n'),
    [access, documents],
  )
  const names = useSyncExternalStore(access.onChange, readable)
  return useMemo(() => new Set(names.split('\n')), [names])
}
