import styles from './sidebar.module.css'

/** The mark and the name; decorative, the document's title says the name already. */
export function Mark() {
  return (
    <span className={styles['mark']} aria-hidden>
      <img src="./icons/favicon-light.svg" alt="" width={18} height={18} />
      Lotse
    </span>
  )
}
