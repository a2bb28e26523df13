import { useT } from '../i18n/use-t.ts'
import { Kbd } from '../ui/kbd.tsx'
import styles from './shortcut-list.module.css'

const lines = ['new', 'place', 'undo', 'redo', 'card', 'move', 'open', 'close'] as const

/** What the keyboard can do, for the settings and the help. */
export function ShortcutList() {
  const t = useT('settings')
  return (
    <dl className={styles['keys']}>
      {lines.map(line => (
        <div key={line}>
          <dt>
            <Kbd>{t(`keys.${line}.keys`)}</Kbd>
          </dt>
          <dd>{t(`keys.${line}.does`)}</dd>
        </div>
      ))}
    </dl>
  )
}
