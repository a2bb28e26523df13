import { Link } from 'wouter'
import { useT } from '../../i18n/use-t.ts'
import { kindIcons } from '../../parts/kind-icon.tsx'
import type { Hit } from '../../workspace/search-port.ts'
import { hitAddress } from './hit-address.ts'
import { Marked } from './marked.tsx'
import styles from './search.module.css'
import { icons, useHitWords } from './use-hit-words.ts'

type HitRowProps = { readonly hit: Hit; readonly words: readonly string[] }

/** One found thing: what it is called, where it stands, and the line in which the words were found. */
export function HitRow({ hit, words }: HitRowProps) {
  const t = useT('search')
  const Icon = hit.kind === 'item' ? kindIcons[hit.itemKind ?? 'task'] : icons[hit.kind]
  const about = useHitWords()(hit).join(' · ')
  const { excerpt } = hit
  return (
    <li>
      <Link href={hitAddress(hit)} data-hit={hit.id} className={styles['hit'] ?? ''}>
        <Icon aria-hidden size={16} strokeWidth={1.75} className={styles['icon']} />
        <span className={styles['words']}>
          <span className={styles['title']}>
            <Marked text={hit.title} words={words} />
          </span>
          <span className={styles['about']}>
            <Marked text={about} words={words} />
          </span>
          {excerpt && (
            <span className={styles['excerpt']}>
              {t(`parts.${excerpt.part}`)}: <Marked text={excerpt.text} words={words} />
            </span>
          )}
        </span>
      </Link>
    </li>
  )
}
