import { useCallback, useMemo, useRef, useState } from 'react'

/** Rows that were marked with Space, Strg or Shift; what has left both lists is marked no longer. */
export const useSelection = (lists: readonly (readonly string[])[]) => {
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<string>(undefined)
  const present = useMemo(() => lists.map(list => list.filter(id => marked.has(id))), [lists, marked])
  const toggle = useCallback((id: string) => {
    anchor.current = id
    setMarked(before => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const extendTo = useCallback(
    (id: string) => {
      const list = lists.find(ids => ids.includes(id)) ?? []
      const [from, to] = [list.indexOf(anchor.current ?? id), list.indexOf(id)]
      const range = from < 0 ? [id] : list.slice(Math.min(from, to), Math.max(from, to) + 1)
      setMarked(before => new Set([...before, ...range]))
    },
    [lists],
  )
  const clear = useCallback(() => setMarked(new Set()), [])
  return { marked, present, toggle, extendTo, clear }
}
