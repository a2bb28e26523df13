import { guardUpdate } from '../../../src/journal/guard.ts'
import type { Row } from '../../sync/support/memory-disk.ts'

/** Which rows find among these everything their update rests on, whatever the order in which they came. */
export const countingAmong = (rows: readonly Row[]): ReadonlySet<Row> => {
  const clocks = new Map<number, number>()
  const counting = new Set<Row>()
  for (let isMore = true; isMore;) {
    isMore = false
    for (const row of rows) {
      if (counting.has(row)) continue
      const guarded = guardUpdate(row.update, { clocks, clients: new Set(row.header.clients) })
      if (!guarded.ok) continue
      for (const [client, clock] of guarded.value.clocksAfter) clocks.set(client, clock)
      counting.add(row)
      isMore = true
    }
  }
  return counting
}
