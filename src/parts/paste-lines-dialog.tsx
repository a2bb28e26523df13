import { useState } from 'react'
import { useLocation } from 'wouter'
import { createItems } from '../domain/work/create-items.ts'
import { pastedLines } from '../domain/work/pasted-lines.ts'
import { pastedColumns } from '../domain/work/pasted-table.ts'
import { useT } from '../i18n/use-t.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { teamAddress } from './addresses.ts'
import { handOverTable } from './pasted-table.ts'
import { useCommand } from './use-command.ts'
import { useOnce } from './use-once.ts'

type PasteLinesDialogProps = {
  readonly team: string
  /** A column's id or `backlog`. */
  readonly place: string
  /** What was pasted before the dialog was opened. */
  readonly initial?: string
  readonly onClose: () => void
  /** Called instead when the lines have become cards or have gone on to their columns. */
  readonly onTaken?: () => void
}

/** One card per pasted line; says beforehand how many it will be. A table goes on to where its columns get their meaning. */
export function PasteLinesDialog({ team, place, initial = '', onClose, onTaken = onClose }: PasteLinesDialogProps) {
  const t = useT('work')
  const run = useCommand()
  const once = useOnce()
  const [, navigate] = useLocation()
  const [text, setText] = useState(initial)
  const count = pastedLines(text).length
  const columns = pastedColumns(text)
  const isTable = columns > 1
  const add = async () => {
    const result = await run(createItems, { team, place, text }, { done: t('paste.done', { count }) })
    if (result.ok) onTaken()
  }
  const map = () => {
    handOverTable(text)
    onTaken()
    navigate(teamAddress(team, 'import'))
  }
  return (
    <Dialog
      title={t('paste.title')}
      description={t('paste.description')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('paste.cancel')}</Button>
          <Button
            variant={isTable ? 'quiet' : 'primary'}
            refusal={count === 0 ? t('paste.empty') : undefined}
            onClick={() => void once(add)}
          >
            {t('paste.add', { count })}
          </Button>
          {isTable && (
            <Button variant="primary" onClick={map}>
              {t('paste.map')}
            </Button>
          )}
        </>
      }
    >
      {isTable && <Banner tone="info">{t('paste.table', { count: columns })}</Banner>}
      <TextArea label={t('paste.lines')} value={text} onChange={setText} rows={10} autoFocus />
    </Dialog>
  )
}
