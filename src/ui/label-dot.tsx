import styles from './label-dot.module.css'

export const labelColours = ['grey', 'blue', 'teal', 'green', 'yellow', 'orange', 'red', 'violet'] as const
export type LabelColour = (typeof labelColours)[number]

type LabelDotProps = {
  readonly colour: LabelColour
  /** The word beside the dot; without it the dot is only decoration of a text that stands elsewhere. */
  readonly text?: string
}

/** A label: an 8 px dot and a word. */
export function LabelDot({ colour, text }: LabelDotProps) {
  return (
    <span className={styles['label']}>
      <span aria-hidden className={styles['dot']} style={{ backgroundColor: `var(--label-${colour})` }} />
      {text !== undefined && <span>{text}</span>}
    </span>
  )
}
