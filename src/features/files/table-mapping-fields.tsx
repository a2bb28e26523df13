import type { ReactNode } from 'react'
import { fieldRoles, type DateOrder, type FieldRole, type TableMapping } from '../../domain/intake/table.ts'
import { useT } from '../../i18n/use-t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { Select } from '../../ui/select.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './files.module.css'
import type { Review } from './intake-store.ts'

type TableMappingFieldsProps = {
  readonly table: NonNullable<Review['table']>
  readonly onMap: (mapping: TableMapping) => void
}

const delimiterNames = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' } as const
const isKnown = (delimiter: string): delimiter is keyof typeof delimiterNames => delimiter in delimiterNames

const previewOf = (cell: string): ReactNode => <span className={styles['preview']}>{cell.slice(0, 60)}</span>

/** What the columns of a table mean, with its first rows beside. Empty columns are only counted. */
export function TableMappingFields({ table: { sample, mapping }, onMap }: TableMappingFieldsProps) {
  const t = useT('files')
  const nameOf = (index: number) => sample.columns[index]?.name || t('table.columnNumber', { number: index + 1 })
  const filled = sample.columns
    .map(({ samples }, index) => ({ samples, index }))
    .filter(({ samples }) => samples.length > 0)
  const empty = sample.columns.length - filled.length
  const setRole = (at: number, role: FieldRole) =>
    onMap({ ...mapping, roles: mapping.roles.map((own, index) => (index === at ? role : own)) })
  const roles = fieldRoles.map(role => ({ value: role, text: t(`roles.${role}`) }))
  const delimiter = isKnown(sample.delimiter)
    ? t(`table.delimiters.${delimiterNames[sample.delimiter]}`)
    : sample.delimiter
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
      <div className={styles['mapping']}>
        {filled.map(({ samples, index }) => (
          <Select
            key={index}
            label={nameOf(index)}
            hint={samples.join(' · ').slice(0, 80)}
            value={mapping.roles[index] ?? 'ignored'}
            options={roles}
            onChange={role => setRole(index, role)}
          />
        ))}
      </div>
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
        columns={filled.map(({ index }) => ({
          id: String(index),
          head: nameOf(index),
          cell: ({ cells }: { readonly cells: readonly string[] }) => previewOf(cells[index] ?? ''),
        }))}
      />
    </section>
  )
}
