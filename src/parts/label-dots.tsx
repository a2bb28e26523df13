import { live } from '../domain/kernel/view.ts'
import { label } from '../domain/work/label.ts'
import styles from './marks.module.css'
import { useReading } from './use-reading.ts'

/** Labels as a dot of colour and a word each. Those that are gone are left out. */
export function LabelDots({ ids, oneLine = false }: { readonly ids: readonly string[]; readonly oneLine?: boolean }) {
  const labels = useReading(view => ids.flatMap(id => live(view, label, id) ?? []), [ids])
  if (labels.length === 0) return null
  return (
    <span className={oneLine ? styles['labelLine'] : styles['labels']}>
      {labels.map(({ id, name, hue }) => (
        <LabelDot key={id} name={name} hue={hue} />
      ))}
    </span>
  )
}

type LabelDotProps = { readonly name: string; readonly hue: string }

export function LabelDot({ name, hue }: LabelDotProps) {
  return (
    <span className={styles['label']}>
      <span aria-hidden className={styles['dot']} data-hue={hue} />
      <span className={styles['labelName']}>{name}</span>
    </span>
  )
}
