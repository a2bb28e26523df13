import { useCallback, useMemo, useRef, useState } from 'react'
import { toggled, upTo } from '../../parts/selection.ts'

/** Rows that were marked with Space, Strg or Shift; what has left both lists is marked no longer. */
export const useSelection = (lists: readonly (readonly string[])[]) => {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string>(undefined)
  const present = useMemo(() => lists.map(list => list.filter(id => marked.has(id))), [lists, marked])
  const toggle = useCallback((id: string) => {
    anchor.current = id
    setMarked(before => toggled(before, id))
  }, [])
  const extendTo = useCallback(
    (id: string) => {
      const list = lists.find(ids => ids.includes(id)) ?? []
      setMarked(before => upTo(before, list, anchor.current, id))
    },
    [lists],
  )
  const clear = useCallback(() => setMarked(new Set()), [])
  return { marked, present, toggle, extendTo, clear }
}
