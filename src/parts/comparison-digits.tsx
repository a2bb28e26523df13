import styles from './comparison-digits.module.css'

/** Six digits in two groups, as two people read them out to each other. */
export function ComparisonDigits({ digits, describedBy }: { readonly digits: string; readonly describedBy?: string }) {
  return (
    <p className={styles['digits']} aria-describedby={describedBy}>
      {digits.slice(0, 3)} {digits.slice(3)}
    </p>
  )
}
