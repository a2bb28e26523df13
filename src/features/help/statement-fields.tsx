import { useEffect, useRef, useState } from 'react'
import { fillStatement } from '../../domain/statement/fill-statement.ts'
import { longestBarriers, longestStatementLine, type Statement } from '../../domain/statement/statement.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { Button } from '../../ui/button.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { focusFirst, focusPlace } from '../../ui/focus.ts'
import styles from './help.module.css'
import { SavedText } from './saved-text.tsx'

const first = ['body', 'contact', 'arbitration'] as const

type StatementFieldsProps = { readonly record: Statement | undefined; readonly onDone: () => void }

/** Each field is saved when it is left, and can be undone like everything else. */
export function StatementFields({ record, onDone }: StatementFieldsProps) {
  const t = useT('help')
  const save = useFieldCommand()
  const [refusal, setRefusal] = useState<string>()
  const form = useRef<HTMLDivElement>(null)
  // The button that led here is gone.
  useEffect(() => {
    if (form.current) focusFirst(form.current)
  }, [])
  const done = () => {
    onDone()
    setTimeout(focusPlace)
  }
  return (
    <div ref={form} className={styles['form']}>
      {first.map(name => (
        <SavedText key={name} name={name} value={record?.[name] ?? ''} longest={longestStatementLine} />
      ))}
      <DateField
        label={t('statement.fields.checkedOn.label')}
        hint={t('statement.fields.checkedOn.hint')}
        value={record?.checkedOn ?? undefined}
        error={refusal}
        onChange={day => void save(fillStatement, { checkedOn: day ?? null }).then(setRefusal)}
      />
      <SavedText name="method" value={record?.method ?? ''} longest={longestStatementLine} />
      <SavedText name="barriers" value={record?.barriers ?? ''} longest={longestBarriers} />
      <Button onClick={done}>{t('statement.done')}</Button>
    </div>
  )
}
