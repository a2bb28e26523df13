import { useT } from '../i18n/use-t.ts'
import styles from './sidebar.module.css'

/** The mark and the name; decorative, the document's title says the name already. */
export function Mark() {
  const t = useT('shell')
  return (
    <span className={styles['mark']} aria-hidden>
      <img src="./icons/favicon-light.svg" alt="" width={18} height={18} />
      {t('name')}
    </span>
  )
}
