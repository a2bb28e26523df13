import type { TableSample } from '../../domain/intake/table.ts'

/** A field of a table: one column, or all of the same name, as Jira has one for each value. */
export type TableField = Readonly<{
  id: string
  name: string
  /** Indexes of its columns. */
  at: readonly number[]
  samples: readonly string[]
}>

/** The filled fields of a table in the order of their first columns. */
export const tableFields = ({ columns }: TableSample): readonly TableField[] => {
  const fields = new Map<string, { name: string; at: number[]; samples: string[] }>()
  for (const [index, { name, samples }] of columns.entries()) {
    if (samples.length === 0) continue
    const id = name === '' ? String(index) : `name:${name}`
    const field = fields.get(id) ?? { name, at: [], samples: [] }
    fields.set(id, field)
    field.at.push(index)
    if (field.at.length < 4) field.samples.push(...samples)
  }
  return [...fields].map(([id, { name, at, samples }]) => ({ id, name, at, samples: samples.slice(0, 3) }))
}
