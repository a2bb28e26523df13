/**
 * Two devices that have imported the same file hold the same thing twice, under different ids. In: records in their order. Out: each
 * source once, the first; what was made here has no source and stays.
 */
export const sourcedOnce = <Rec extends { readonly source: string }>(found: readonly Rec[]): readonly Rec[] => {
  const seen = new Set<string>()
  return found.filter(({ source }) => {
    const isFirst = source === '' || !seen.has(source)
    seen.add(source)
    return isFirst
  })
}
