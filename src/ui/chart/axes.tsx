import type { ScaleLinear } from 'd3-scale'
import { thinOut } from './series.ts'
import styles from './chart.module.css'

export type Frame = {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export const frameOf = (width: number, height: number): Frame => ({
  width,
  height,
  left: 40,
  right: width - 24,
  top: 24,
  bottom: height - 24,
})

type AxesProps = {
  readonly frame: Frame
  readonly y: ScaleLinear<number, number>
  readonly labels: readonly string[]
  readonly x: (label: string) => number
  readonly printValue: (value: number) => string
  readonly unit: string
}

/** Quiet horizontal lines with their values, and as many names below as have room. */
export function Axes({ frame, y, labels, x, printValue, unit }: AxesProps) {
  const shown = thinOut(labels, Math.max(2, Math.floor((frame.right - frame.left) / 72)))
  const ticks = y.ticks(4).filter(Number.isInteger)
  return (
    <g aria-hidden className={styles['axes']}>
      {ticks.map(tick => (
        <g key={tick}>
          <line x1={frame.left} x2={frame.right} y1={y(tick)} y2={y(tick)} />
          <text x={frame.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
            {printValue(tick)}
          </text>
        </g>
      ))}
      <text x={0} y={10}>
        {unit}
      </text>
      {shown.map(label => (
        <text key={label} x={x(label)} y={frame.height - 6} textAnchor={x(label) > frame.right - 24 ? 'end' : 'middle'}>
          {label}
        </text>
      ))}
    </g>
  )
}
