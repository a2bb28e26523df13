import { mayDelete, mayEdit } from '../../domain/discussion/comment-rules.ts'
import { isImported, type Comment } from '../../domain/discussion/comment.ts'
import { deleteComment, editComment } from '../../domain/discussion/edit-comment.ts'
import { person } from '../../domain/people/person.ts'
import { dayOf } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useRecord } from '../../parts/use-record.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Trash2 } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { originOf } from './comment-origin.ts'
import styles from './comments.module.css'
import { useEditBase } from './use-edit-base.ts'

const formatted = (text: string) => <Markdown text={text} />

/** What one person said; their own words are edited and deleted where they stand. */
export function CommentLine({ comment }: { readonly comment: Comment }) {
  const t = useT('card')
  const { actor } = useWorkspace()
  const run = useCommand()
  const save = useFieldCommand()
  const { id, text } = comment
  const { base, noteStart } = useEditBase(text)
  return (
    <li className={styles['comment']} data-comment>
      <div className={styles['head']}>
        <Author comment={comment} />
        {mayDelete(comment, actor) && (
          <IconButton
            icon={Trash2}
            size="small"
            label={t('comments.delete')}
            onClick={() => void run(deleteComment, { comment: id }, { done: t('comments.deleted') })}
          />
        )}
      </div>
      <div onFocus={noteStart}>
        <InlineEdit
          label={t('comments.edit')}
          value={text}
          required
          multiline
          readOnly={!mayEdit(comment, actor)}
          display={formatted}
          onSave={words => save(editComment, { comment: id, text: words, base: base() })}
        />
      </div>
    </li>
  )
}

function Author({ comment }: { readonly comment: Comment }) {
  const t = useT('card')
  const format = useFormat()
  const { author, createdBy, createdAt, editedAt } = comment
  const name = useRecord(person, createdBy)?.name
  const shown = isImported(comment) ? author || t('comments.unnamed') : (name ?? t('somebody'))
  return (
    <p className={styles['author']}>
      <span className={styles['name']}>{shown}</span>{' '}
      <time dateTime={dayOf(createdAt)} title={format.dateTime(createdAt)}>
        {format.ago(createdAt)}
      </time>
      {editedAt !== null && <span>{t('comments.edited')}</span>}
      {isImported(comment) && <span>{t(originOf(comment.source))}</span>}
    </p>
  )
}
