import { classNames } from '../../ui/class-names.ts'
import { InlineEdit, type InlineEditProps } from '../../ui/inline-edit.tsx'
import styles from './impediment-panel.module.css'

type TextPropertyProps = {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly maxLength: number
  readonly multiline: boolean
  readonly onSave: InlineEditProps['onSave']
}

/** A field of text beside its word. */
export function TextProperty({ label, ...rest }: TextPropertyProps) {
  return (
    <div className={styles['property']} data-field={label}>
      <span aria-hidden className={styles['label']}>
        {label}
      </span>
      <div className={classNames(styles['text'], !rest.multiline && styles['oneLine'])}>
        <InlineEdit {...rest} label={label} />
      </div>
    </div>
  )
}
