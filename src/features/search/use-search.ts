import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useDevice } from '../../parts/device-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { Found, Question, Search } from '../../workspace/search-port.ts'
import type { Workspace } from '../../workspace/workspace.ts'

const nobody = () => () => undefined

/** Those already built: what opens for the second time is drawn once, with its search. */
const built = new WeakMap<Workspace, Search>()

/** The search of this workspace; it is built when somebody asks for it. */
const useSearch = (): Search | undefined => {
  const [device, workspace] = [useDevice(), useWorkspace()]
  const [search, setSearch] = useState(built.get(workspace))
  useEffect(() => {
    let isHere = true
    void device.search(workspace).then(found => {
      built.set(workspace, found)
      if (isHere) setSearch(found)
    })
    return () => {
      isHere = false
    }
  }, [device, workspace])
  return search
}

const none: Found = { hits: [], total: 0 }

/** What a question finds, asked anew when more has come in. `isWhole`: everything on this device has been looked through. */
export const useFound = (question: Question): Found & { readonly isWhole: boolean } => {
  const search = useSearch()
  const version = useSyncExternalStore(search?.subscribe ?? nobody, () => search?.version ?? -1)
  const { text, document, kind, inBin, most } = question
  const found = useMemo(
    () => search?.find({ text, document, kind, inBin, most }) ?? none,
    // The version says that the answer may be another one.
    // oxlint-disable-next-line react/exhaustive-deps
    [search, version, text, document, kind, inBin, most],
  )
  return { ...found, isWhole: search?.isWhole ?? false }
}
