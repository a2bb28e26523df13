import { useId } from 'react'
import { classNames } from './class-names.ts'
import type { IconType } from './icons.ts'
import styles from './segmented-control.module.css'

export type Segment<T extends string> = {
  readonly value: T
  readonly text: string
  readonly icon?: IconType | undefined
}

export type SegmentedControlProps<T extends string> = {
  readonly label: string
  readonly value: T
  readonly segments: readonly Segment<T>[]
  readonly onChange: (value: T) => void
  /** Shares the whole width evenly, as on a phone. */
  readonly wide?: boolean
  readonly className?: string | undefined
}

/** A switch between few views of the same thing. Arrow keys move as in every radio group. */
export function SegmentedControl<T extends string>(props: SegmentedControlProps<T>) {
  const { label, value, segments, onChange, wide = false, className } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={classNames(styles['control'], wide && styles['wide'], className)}
    >
      {segments.map(({ value: own, text, icon: Icon }) => (
        <label key={own} className={styles['segment']}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={own === value}
            onChange={() => onChange(own)}
          />
          {Icon && <Icon aria-hidden size={16} strokeWidth={1.75} />}
          <span>{text}</span>
        </label>
      ))}
    </div>
  )
}
