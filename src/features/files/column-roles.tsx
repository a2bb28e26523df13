import { fieldRoles, type FieldRole } from '../../domain/intake/table.ts'
import { useT } from '../../i18n/use-t.ts'
import { Select } from '../../ui/select.tsx'
import styles from './files.module.css'
import type { TableField } from './table-fields.ts'

type ColumnRolesProps = {
  readonly fields: readonly TableField[]
  readonly nameOf: (field: TableField) => string
  readonly roles: readonly FieldRole[]
  readonly onChange: (field: TableField, role: FieldRole) => void
}

/** One choice for each field: what it means here. */
export function ColumnRoles({ fields, nameOf, roles, onChange }: ColumnRolesProps) {
  const t = useT('files')
  const options = fieldRoles.map(role => ({ value: role, text: t(`roles.${role}`) }))
  const hintOf = ({ at, samples }: TableField): string => {
    const values = samples.map(sample => sample.slice(0, 80)).join(' · ')
    return (at.length > 1 ? `${t('table.times', { count: at.length })}: ${values}` : values).slice(0, 80)
  }
  return (
    <div className={styles['mapping']}>
      {fields.map(field => (
        <Select
          key={field.id}
          label={nameOf(field).slice(0, 120)}
          hint={hintOf(field)}
          value={roles[field.at[0] ?? 0] ?? 'ignored'}
          options={options}
          onChange={role => onChange(field, role)}
        />
      ))}
    </div>
  )
}
