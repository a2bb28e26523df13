import { useMemo } from 'react'
import { Table, type TableColumn } from '../table.tsx'
import type { ChartSeries } from './series.ts'

type ChartTableProps = {
  readonly series: readonly ChartSeries[]
  readonly labels: readonly string[]
  readonly printValue: (value: number) => string
  readonly axis: string
  readonly unit: string
}

/** The figures of a chart, row by row. */
export function ChartTable({ series, labels, printValue, axis, unit }: ChartTableProps) {
  const columns = useMemo<readonly TableColumn<string>[]>(() => {
    const values = series.map(one => ({ ...one, at: new Map(one.points.map(point => [point.x, point.y])) }))
    const head: TableColumn<string> = { id: 'x', head: axis, cell: label => label, rowHead: true }
    const cell = (value: number | undefined) => (value === undefined ? '' : printValue(value))
    return [
      head,
      ...values.map(({ id, text, at }) => ({
        id,
        head: `${text} (${unit})`,
        numeric: true,
        cell: (label: string) => cell(at.get(label)),
      })),
    ]
  }, [series, axis, unit, printValue])
  const caption = series.map(one => one.text).join(', ')
  return <Table caption={caption} columns={columns} rows={labels} rowId={label => label} />
}
