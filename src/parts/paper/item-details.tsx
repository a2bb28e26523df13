import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../markdown.tsx'
import { PaperChecks } from './paper-checks.tsx'
import styles from './paper-item.module.css'
import type { PaperItem } from './read-paper-items.ts'

/** What a card says in sentences: its description in full, and the criteria by which it is done. */
export function ItemDetails({ card: { description, criteria } }: { readonly card: PaperItem }) {
  const t = useT('card')
  return (
    <div className={styles['details']}>
      {description !== '' && <Markdown text={description} />}
      {criteria.length > 0 && (
        <div>
          <p className={styles['heading']}>{t('criteria')}</p>
          <PaperChecks checks={criteria} />
        </div>
      )}
    </div>
  )
}

/** Whether there is anything to say in sentences. */
export const hasDetails = ({ description, criteria }: PaperItem): boolean => description !== '' || criteria.length > 0
