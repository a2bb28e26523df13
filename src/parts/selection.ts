/** What a click with Strg, or Space, does to a selection. */
export const toggled = (selected: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/**
 * What Shift adds: everything from where the selection began to `id`. In: the rows in the order in which they stand. Only `id` where
 * one of both is not among them.
 */
export const upTo = (
  selected: ReadonlySet<string>,
  rows: readonly string[],
  anchor: string | undefined,
  id: string,
): ReadonlySet<string> => {
  const [from, to] = [rows.indexOf(anchor ?? id), rows.indexOf(id)]
  const range = from < 0 || to < 0 ? [id] : rows.slice(Math.min(from, to), Math.max(from, to) + 1)
  return new Set([...selected, ...range])
}
