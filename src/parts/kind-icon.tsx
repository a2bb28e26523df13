import type { Kind } from '../domain/work/item.ts'
import { useT } from '../i18n/use-t.ts'
import { Bookmark, Bug, FlaskConical, Layers, SquareCheck, type IconType } from '../ui/icons.ts'
import { nameTooltip } from '../ui/tooltip.ts'
import styles from './marks.module.css'

export const kindIcons: Readonly<Record<Kind, IconType>> = {
  epic: Layers,
  story: Bookmark,
  task: SquareCheck,
  bug: Bug,
  spike: FlaskConical,
}

/** What kind of work it is, as a picture with its word. */
export function KindIcon({ kind }: { readonly kind: Kind }) {
  const t = useT('work')
  const Icon = kindIcons[kind]
  const word = t(`kinds.${kind}`)
  return (
    <span role="img" aria-label={word} {...nameTooltip(word)} className={styles['icon']}>
      <Icon aria-hidden size={14} strokeWidth={1.75} />
    </span>
  )
}
