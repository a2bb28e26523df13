import { useState } from 'react'
import { createItems } from '../domain/work/create-items.ts'
import { pastedLines } from '../domain/work/pasted-lines.ts'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useCommand } from './use-command.ts'

type PasteLinesDialogProps = {
  readonly team: string
  /** A column's id or `backlog`. */
  readonly place: string
  readonly onClose: () => void
}

/** One card per pasted line; says beforehand how many it will be. */
export function PasteLinesDialog({ team, place, onClose }: PasteLinesDialogProps) {
  const t = useT('work')
  const run = useCommand()
  const [text, setText] = useState('')
  const count = pastedLines(text).length
  const add = async () => {
    const result = await run(createItems, { team, place, text }, { done: t('paste.done', { count }) })
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('paste.title')}
      description={t('paste.description')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('paste.cancel')}</Button>
          <Button variant="primary" refusal={count === 0 ? t('paste.empty') : undefined} onClick={() => void add()}>
            {t('paste.add', { count })}
          </Button>
        </>
      }
    >
      <TextArea label={t('paste.lines')} value={text} onChange={setText} rows={10} autoFocus />
    </Dialog>
  )
}
