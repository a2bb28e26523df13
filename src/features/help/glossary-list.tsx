import { useLanguage } from '../../i18n/i18n-provider.tsx'
import { useT } from '../../i18n/use-t.ts'
import { terms } from '../../parts/terms.ts'
import { anchorOf } from './help-section.tsx'
import styles from './help.module.css'

/** Every word with its two sentences, in the order of the alphabet. */
export function GlossaryList() {
  const t = useT('glossary')
  const { language } = useLanguage()
  const sorted = terms
    .map(term => ({ term, word: t(`${term}.word`) }))
    .toSorted((one, other) => one.word.localeCompare(other.word, language))
  return (
    <dl className={styles['glossary']}>
      {sorted.map(({ term, word }) => (
        <div key={term} className={styles['entry']}>
          <dt id={anchorOf(term)} tabIndex={-1}>
            {word}
          </dt>
          <dd>{t(`${term}.text`)}</dd>
        </div>
      ))}
    </dl>
  )
}
