import { scaleLinear, scalePoint } from 'd3-scale'
import { area, curveLinear, curveStepAfter, line } from 'd3-shape'
import { useId } from 'react'
import { Axes, frameOf, type Frame } from './axes.tsx'
import { ChartFigure } from './chart-figure.tsx'
import styles from './chart.module.css'
import { categories, type ChartPoint, type ChartSeries, type ChartTexts } from './series.ts'
import { useWidth } from './use-width.ts'

export type LineChartProps = ChartTexts & {
  readonly series: readonly ChartSeries[]
  readonly printValue: (value: number) => string
  readonly height?: number
}

/** Lines over days: what is left, what was planned, the even path. The table beside it says the same. */
export function LineChart({ series, printValue, height = 240, summary, axis, unit }: LineChartProps) {
  const id = useId()
  const { ref, width } = useWidth(560)
  const labels = categories(series)
  const frame = frameOf(width, height)
  const place = scalePoint(labels, [frame.left, frame.right])
  const x = (label: string) => place(label) ?? frame.left
  const most = Math.max(1, ...series.flatMap(({ points }) => points.map(point => point.y ?? 0)))
  const y = scaleLinear([0, most], [frame.bottom, frame.top]).nice(4)
  return (
    <ChartFigure {...{ series, labels, printValue, axis, unit }}>
      <div ref={ref}>
        <svg role="img" aria-labelledby={id} width={width} height={height} className={styles['picture']}>
          <title id={id}>{summary}</title>
          <Axes {...{ frame, y, labels, x, printValue, unit }} />
          {series.map(one => (
            <Path key={one.id} series={one} x={x} y={y} frame={frame} />
          ))}
        </svg>
      </div>
    </ChartFigure>
  )
}

type PathProps = {
  readonly series: ChartSeries
  readonly x: (label: string) => number
  readonly y: (value: number) => number
  readonly frame: Frame
}

function Path({ series, x, y, frame }: PathProps) {
  const curve = series.step ? curveStepAfter : curveLinear
  const has = (point: ChartPoint) => point.y !== undefined
  const across = (point: ChartPoint) => x(point.x)
  const up = (point: ChartPoint) => y(point.y ?? 0)
  const stroke = line<ChartPoint>(across, up).defined(has).curve(curve)([...series.points]) ?? ''
  const ground = area<ChartPoint>(across, frame.bottom, up).defined(has).curve(curve)([...series.points]) ?? ''
  const last = series.points.findLast(has)
  return (
    <g className={styles[series.role]}>
      {series.role === 'area' && <path className={styles['ground']} d={ground} />}
      <path className={styles['stroke']} d={stroke} />
      {series.role === 'main' && last && <circle r={3.5} cx={across(last)} cy={up(last)} />}
    </g>
  )
}
