import { scaleBand, scaleLinear } from 'd3-scale'
import { useId } from 'react'
import { Axes, frameOf } from './axes.tsx'
import { ChartFigure } from './chart-figure.tsx'
import styles from './chart.module.css'
import { categories, type ChartSeries, type ChartTexts } from './series.ts'
import { useWidth } from './use-width.ts'

export type BarChartProps = ChartTexts & {
  /** One series gives single bars, several stand side by side. A `limit` is drawn as a line at its first value. */
  readonly series: readonly ChartSeries[]
  readonly printValue: (value: number) => string
  readonly height?: number
}

const widestBar = 48

/** Bars over periods, for example planned and done per sprint, with the mean as a line. */
export function BarChart({ series, printValue, height = 240, summary, axis, unit }: BarChartProps) {
  const id = useId()
  const { ref, width } = useWidth(560)
  const bars = series.filter(one => one.role !== 'limit')
  const labels = categories(bars)
  const frame = frameOf(width, height)
  const band = scaleBand(labels, [frame.left, frame.right]).padding(0.3)
  // However wide the picture is, what belongs to one period stands together in its middle.
  const group = Math.min(band.bandwidth(), widestBar * bars.length)
  const inner = scaleBand(
    bars.map(one => one.id),
    [(band.bandwidth() - group) / 2, (band.bandwidth() + group) / 2],
  ).padding(0.08)
  const most = Math.max(1, ...series.flatMap(({ points }) => points.map(point => point.y ?? 0)))
  const y = scaleLinear([0, most], [frame.bottom, frame.top]).nice(4)
  const x = (label: string) => (band(label) ?? 0) + band.bandwidth() / 2
  return (
    <ChartFigure {...{ series, labels, printValue, axis, unit }} bars>
      <div ref={ref}>
        <svg role="img" aria-labelledby={id} width={width} height={height} className={styles['picture']}>
          <title id={id}>{summary}</title>
          <Axes {...{ frame, y, labels, x, printValue, unit }} />
          {bars.map(one => (
            <g key={one.id} className={styles[one.role]}>
              {one.points.map(point => (
                <rect
                  key={point.x}
                  className={styles['bar']}
                  x={(band(point.x) ?? 0) + (inner(one.id) ?? 0)}
                  y={y(point.y ?? 0)}
                  width={inner.bandwidth()}
                  height={Math.max(0, frame.bottom - y(point.y ?? 0))}
                  rx={2}
                />
              ))}
            </g>
          ))}
          {series
            .filter(one => one.role === 'limit')
            .map(one => (
              <g key={one.id} className={styles['limit']}>
                <line
                  className={styles['stroke']}
                  x1={frame.left}
                  x2={frame.right}
                  y1={y(one.points[0]?.y ?? 0)}
                  y2={y(one.points[0]?.y ?? 0)}
                />
              </g>
            ))}
        </svg>
      </div>
    </ChartFigure>
  )
}
