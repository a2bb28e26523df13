import { useState, type KeyboardEvent } from 'react'
import { addComment } from '../../domain/discussion/add-comment.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { draftOf, keepDraft } from './comment-drafts.ts'
import styles from './comments.module.css'

/** The button comes with the first letter, perhaps below the keyboard. */
const showBeside = (button: HTMLElement | null): void => {
  const isMeant = button?.parentElement?.contains(document.activeElement)
  if (isMeant) button?.scrollIntoView?.({ block: 'nearest' })
}

/** The field at the end. What stands in it stays until it was sent, wherever the person goes meanwhile. */
export function NewComment({ item }: { readonly item: string }) {
  const t = useT('card')
  const { id: workspace } = useWorkspace()
  const save = useFieldCommand()
  const [draft, setDraft] = useState(() => draftOf(workspace, item))
  const [refusal, setRefusal] = useState<string>()
  const write = (text: string) => {
    setDraft(text)
    keepDraft(workspace, item, text)
    setRefusal(undefined)
  }
  const send = async () => {
    if (draft.trim() === '') return
    const because = await save(addComment, { item, text: draft })
    if (because !== undefined) return setRefusal(because)
    // What was typed while it was being sent is the next comment.
    setDraft(now => {
      const rest = now.startsWith(draft) ? now.slice(draft.length) : now
      keepDraft(workspace, item, rest)
      return rest
    })
    announce(t('comments.sent'))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    void send()
  }
  return (
    <div className={styles['new']} data-together>
      <TextArea
        label={t('comments.add')}
        hideLabel
        placeholder={t('comments.add')}
        rows={2}
        value={draft}
        error={refusal}
        onChange={write}
        onKeyDown={onKeyDown}
      />
      {draft.trim() !== '' && (
        <div ref={showBeside} className={styles['send']}>
          <span className={styles['note']}>{t('comments.sendHint')}</span>
          <Button size="small" onClick={() => void send()}>
            {t('comments.send')}
          </Button>
        </div>
      )}
    </div>
  )
}
