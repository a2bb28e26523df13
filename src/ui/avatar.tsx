import { classNames } from './class-names.ts'
import styles from './avatar.module.css'
import { nameTooltip } from './tooltip.ts'

export type AvatarProps = {
  readonly name: string
  readonly size?: 'small' | 'normal'
  /** The name stands beside it already. */
  readonly decorative?: boolean
}

/** Initials in neutral tones; the name is read and shown as tooltip. */
export function Avatar({ name, size = 'normal', decorative = false }: AvatarProps) {
  const named = decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, ...nameTooltip(name) }
  return (
    <span {...named} className={classNames(styles['avatar'], size === 'small' && styles['small'])}>
      {initials(name)}
    </span>
  )
}

/** First letters of the first and the last word: `Aylin von der Heide` is `AH`. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s-]+/)
    .filter(Boolean)
  const letter = (word: string | undefined) => [...(word ?? '')][0]?.toLocaleUpperCase('de') ?? ''
  return words.length > 1 ? letter(words[0]) + letter(words.at(-1)) : letter(words[0])
}
