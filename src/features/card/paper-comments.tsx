import { isImported, type Comment } from '../../domain/discussion/comment.ts'
import { commentsOf } from '../../domain/discussion/item-comments.ts'
import { person } from '../../domain/people/person.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import styles from './card-paper.module.css'
import { PaperSection } from './card-paper-section.tsx'
import { originOf } from './comment-origin.ts'

/** What was said about the card, with its day: paper grows old. */
export function PaperComments({ item }: { readonly item: string }) {
  const t = useT('card')
  const comments = useReading(view => commentsOf(view, item), [item])
  if (comments.length === 0) return null
  return (
    <PaperSection title={t('comments.title')}>
      {comments.map(comment => (
        <Said key={comment.id} comment={comment} />
      ))}
    </PaperSection>
  )
}

function Said({ comment }: { readonly comment: Comment }) {
  const t = useT('card')
  const format = useFormat()
  const { author, createdBy, createdAt, editedAt, text, source } = comment
  const name = useRecord(person, createdBy)?.name
  const who = isImported(comment) ? author || t('comments.unnamed') : (name ?? t('somebody'))
  const notes = [
    format.dateTime(createdAt),
    editedAt === null ? '' : t('comments.edited'),
    isImported(comment) ? t(originOf(source)) : '',
  ]
  return (
    <div className={styles['said']}>
      <p className={styles['who']}>
        <strong>{who}</strong> {notes.filter(note => note !== '').join(' · ')}
      </p>
      <Markdown text={text} />
    </div>
  )
}
