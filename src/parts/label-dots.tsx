import { live } from '../domain/kernel/view.ts'
import { label, type Hue } from '../domain/work/label.ts'
import { LabelDot, type LabelColour } from '../ui/label-dot.tsx'
import styles from './marks.module.css'
import { useReading } from './use-reading.ts'

/** The kit's colour for a label's hue. */
export const labelColour = (hue: Hue): LabelColour => (hue === 'purple' ? 'violet' : hue)

type LabelDotsProps = {
  readonly ids: readonly string[]
  /** Never breaks; what does not fit is cut at the end. */
  readonly oneLine?: boolean
}

/** Labels as a dot of colour and a word each. Those that are gone are left out. */
export function LabelDots({ ids, oneLine = false }: LabelDotsProps) {
  const labels = useReading(view => ids.flatMap(id => live(view, label, id) ?? []), [ids])
  if (labels.length === 0) return null
  return (
    <span className={oneLine ? styles['labelLine'] : styles['labels']}>
      {labels.map(({ id, name, hue }) => (
        <span key={id} className={styles['label']}>
          <LabelDot colour={labelColour(hue)} />
          <span className={styles['labelName']}>{name}</span>
        </span>
      ))}
    </span>
  )
}
