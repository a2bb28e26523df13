import { commentsOf } from '../../domain/discussion/item-comments.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { CommentLine } from './comment-line.tsx'
import styles from './comments.module.css'
import { NewComment } from './new-comment.tsx'
import { Section } from './section.tsx'

/** What was said about the card, the oldest first, and the field to say something. */
export function CardComments({ item }: { readonly item: string }) {
  const t = useT('card')
  const comments = useReading(view => commentsOf(view, item), [item])
  return (
    <Section title={t('comments.title')} name="comments">
      {comments.length > 0 && (
        <ol className={styles['comments']}>
          {comments.map(comment => (
            <CommentLine key={comment.id} comment={comment} />
          ))}
        </ol>
      )}
      <NewComment item={item} />
    </Section>
  )
}
