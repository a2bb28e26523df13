/** Whether a list is in strict order, so that nothing stands in it twice and one content has one byte form. */
export const isAscending = <Value>(values: readonly Value[], compare: (a: Value, b: Value) => number): boolean =>
  values.every((value, index) => {
    const before = values[index - 1]
    return before === undefined || compare(before, value) < 0
  })

/** Less than zero, zero or more, by UTF-16 unit: ids and document names are ASCII, where this is the order of their bytes. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
