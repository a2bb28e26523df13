import type { PlanItem } from '../domain/intake/plan.ts'

/** An item with the keys by which its row names others; they become sources when all rows are known. */
export type ReadItem = PlanItem & {
  readonly parents: readonly string[]
  readonly waitsFor: readonly string[]
  readonly holdsUp: readonly string[]
}
