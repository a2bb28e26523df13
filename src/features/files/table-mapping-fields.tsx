import { useState, type ReactNode } from 'react'
import { type DateOrder, type FieldRole, type TableMapping } from '../../domain/intake/table.ts'
import { useT } from '../../i18n/use-t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Table } from '../../ui/table.tsx'
import { ColumnRoles } from './column-roles.tsx'
import styles from './files.module.css'
import type { Review } from './intake-store.ts'
import { tableFields, type TableField } from './table-fields.ts'

type TableMappingFieldsProps = {
  readonly table: NonNullable<Review['table']>
  readonly onMap: (mapping: TableMapping) => void
}

const delimiterNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const
const isKnown = (delimiter: string): delimiter is keyof typeof delimiterNames => delimiter in delimiterNames

const previewOf = (cell: string): ReactNode => <span className={styles['preview']}>{cell.slice(0, 60)}</span>

/** As many columns as can be looked at beside each other. */
const mostInPreview = 12
/** Fields that stay away are listed at once as long as they are few; a Jira has a hundred of them. */
const mostOthers = 12

/** What the columns of a table mean, with its first rows beside. Empty columns are only counted, repeated ones are one field. */
export function TableMappingFields({ table: { sample, mapping }, onMap }: TableMappingFieldsProps) {
  const t = useT('files')
  // What stayed away when the table was read stays folded: a choice does not move a field from under the pointer.
  const [folded] = useState(() => foldedOf(tableFields(sample), mapping))
  const [isOpen, setOpen] = useState(false)
  const nameOf = ({ name, at: [first = 0] }: TableField) => name || t('table.columnNumber', { number: first + 1 })
  const fields = tableFields(sample)
  const empty = sample.columns.length - fields.reduce((sum, { at }) => sum + at.length, 0)
  const setRole = ({ at }: TableField, role: FieldRole) =>
    onMap({ ...mapping, roles: mapping.roles.map((own, index) => (at.includes(index) ? role : own)) })
  const delimiter = isKnown(sample.delimiter)
    ? t(`table.delimiters.${delimiterNames[sample.delimiter]}`)
    : sample.delimiter
  const shown = fields.filter(({ id }) => !folded.has(id))
  const others = fields.filter(({ id }) => folded.has(id))
  return (
    <section className={styles['section']} aria-labelledby="files-mapping">
      <h2 id="files-mapping">{t('table.title')}</h2>
      <p className={styles['quiet']}>
        {t('table.read', { count: sample.rowCount, delimiter, encoding: sample.encoding.toUpperCase() })}
      </p>
      {sample.isDateOrderOpen && (
        <RadioGroup<DateOrder>
          label={t('table.dateOrder')}
          value={mapping.dateOrder}
          options={[
            { value: 'dayFirst', text: t('table.dayFirst') },
            { value: 'monthFirst', text: t('table.monthFirst') },
          ]}
          onChange={dateOrder => onMap({ ...mapping, dateOrder })}
        />
      )}
      <ColumnRoles fields={shown} nameOf={nameOf} roles={mapping.roles} onChange={setRole} />
      {others.length > 0 && (
        <Disclosure
          summary={t('table.others', { count: others.length })}
          className={styles['paste']}
          onToggle={setOpen}
        >
          {isOpen && <ColumnRoles fields={others} nameOf={nameOf} roles={mapping.roles} onChange={setRole} />}
        </Disclosure>
      )}
      {empty > 0 && <p className={styles['quiet']}>{t('table.empty', { count: empty })}</p>}
      <Checkbox
        label={t('table.hasHeader')}
        checked={mapping.hasHeader}
        onChange={hasHeader => onMap({ ...mapping, hasHeader })}
      />
      <Table
        caption={t('table.preview')}
        showCaption
        rows={sample.rows.map((cells, index) => ({ cells, index }))}
        rowId={({ index }) => String(index)}
        columns={shown.slice(0, mostInPreview).map(field => ({
          id: field.id,
          head: nameOf(field),
          cell: ({ cells }: { readonly cells: readonly string[] }) => previewOf(cells[field.at[0] ?? 0] ?? ''),
        }))}
      />
    </section>
  )
}

const foldedOf = (fields: readonly TableField[], { roles }: TableMapping): ReadonlySet<string> => {
  const others = fields.filter(({ at: [first = 0] }) => (roles[first] ?? 'ignored') === 'ignored')
  return new Set(others.length > mostOthers ? others.map(({ id }) => id) : [])
}
