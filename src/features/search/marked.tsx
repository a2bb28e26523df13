import { markWords } from '../../domain/search/mark-words.ts'
import styles from './search.module.css'

type MarkedProps = { readonly text: string; readonly words: readonly string[] }

/** A text in which what was found is marked. */
export function Marked({ text, words }: MarkedProps) {
  return markWords(text, words).map((piece, at) =>
    piece.isFound ? (
      // Pieces are told apart by nothing but their place.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={at} className={styles['found']}>
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
