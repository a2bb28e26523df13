import { useT } from '../i18n/use-t.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useKeyWords } from './key-words.ts'
import { broughtKeys, keyOf } from './shortcuts.ts'
import styles from './shortcut-list.module.css'
import { useOfferNames } from './use-offer-names.ts'

const fixed = ['card', 'move', 'open', 'close', 'print', 'beamer'] as const

/** Keys that nobody can change. */
export function FixedKeys() {
  const t = useT('settings')
  return (
    <dl className={styles['keys']}>
      {fixed.map(line => (
        <Line key={line} keys={t(`keys.${line}.keys`)} does={t(`keys.${line}.does`)} />
      ))}
    </dl>
  )
}

/** What the keyboard can do, with the keys as they are here, for the help. */
export function ShortcutList() {
  const t = useT('settings')
  const [nameOf, wordsOf] = [useOfferNames(), useKeyWords()]
  return (
    <dl className={styles['keys']}>
      {Object.keys(broughtKeys()).map(id => (
        <Line key={id} keys={wordsOf(keyOf(id)) ?? t('keys.none')} does={nameOf(id)} />
      ))}
      {fixed.map(line => (
        <Line key={line} keys={t(`keys.${line}.keys`)} does={t(`keys.${line}.does`)} />
      ))}
    </dl>
  )
}

function Line({ keys, does }: { readonly keys: string; readonly does: string }) {
  return (
    <div>
      <dt>
        <Kbd>{keys}</Kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  )
}
