import { useContext, useState } from 'react'
import { statementOf } from '../../domain/statement/fill-statement.ts'
import type { Statement } from '../../domain/statement/statement.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { Markdown } from '../../parts/markdown.tsx'
import { useReading } from '../../parts/use-reading.ts'
import { WorkspaceContext } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { Pencil } from '../../ui/icons.ts'
import styles from './help.module.css'
import { StatementFields } from './statement-fields.tsx'

export const statementFields = ['body', 'contact', 'arbitration', 'checkedOn', 'method', 'barriers'] as const

/** The statement as it is read, and its form where there is a workspace to keep it. */
export function StatementForm() {
  const t = useT('help')
  const hasPlaces = useContext(WorkspaceContext) !== undefined
  if (hasPlaces) return <OfWorkspace />
  return (
    <>
      <p>{t('statement.noWorkspace')}</p>
      <Reading record={undefined} />
    </>
  )
}

function OfWorkspace() {
  const t = useT('help')
  const record = useReading(view => statementOf(view), [])
  const [isEditing, setEditing] = useState(false)
  if (isEditing) return <StatementFields record={record} onDone={() => setEditing(false)} />
  return (
    <>
      <Reading record={record} />
      <span data-screen-only>
        <Button icon={Pencil} onClick={() => setEditing(true)}>
          {t('statement.edit')}
        </Button>
      </span>
    </>
  )
}

/** What is stated, what is not, for the eye and for paper. */
function Reading({ record }: { readonly record: Statement | undefined }) {
  const t = useT('help')
  const format = useFormat()
  const textOf = (field: (typeof statementFields)[number]): string =>
    field === 'checkedOn' ? (record?.checkedOn ? format.dayLong(record.checkedOn) : '') : (record?.[field] ?? '')
  return (
    <dl className={styles['statement']}>
      {statementFields.map(field => {
        const text = textOf(field)
        return (
          <div key={field}>
            <dt>{t(`statement.fields.${field}.label`)}</dt>
            <dd>
              {text === '' ? <span className={styles['hint']}>{t('statement.empty')}</span> : <Markdown text={text} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
