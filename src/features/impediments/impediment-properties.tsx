import { useState } from 'react'
import { longest, parties, severities, type Impediment } from '../../domain/impediments/impediment.ts'
import { editImpediment, type ImpedimentFields } from '../../domain/impediments/report-impediment.ts'
import { useT } from '../../i18n/use-t.ts'
import { Property } from '../../parts/item-properties/property.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { LazyMenu } from '../../ui/lazy-menu.tsx'
import { BlockedProperty } from './blocked-property.tsx'
import { DayProperty } from './day-property.tsx'
import styles from './impediment-panel.module.css'
import { OwnerProperty } from './owner-property.tsx'
import { TextProperty } from './text-property.tsx'

type Name = 'party' | 'severity' | 'owner' | 'dueAt' | 'escalateAt' | 'items'

/** All fields of an impediment, each changed where it stands. */
export function ImpedimentProperties({ record }: { readonly record: Impediment }) {
  const t = useT('impediments')
  const words = useT('work')
  const run = useCommand()
  const save = useFieldCommand()
  const [open, setOpen] = useState<Name>()
  const edit = (fields: Partial<ImpedimentFields>) => void run(editImpediment, { impediment: record.id, ...fields })
  const toggling = (name: Name) => ({
    open: open === name,
    onToggle: (isOpen: boolean) => setOpen(isOpen ? name : undefined),
  })
  const text = (name: 'effect' | 'partyName' | 'nextStep' | 'helped', multiline = false) => (
    <TextProperty
      label={t(`fields.${name}`)}
      placeholder={t(`add.${name}`)}
      value={record[name]}
      maxLength={longest[name]}
      multiline={multiline}
      onSave={value => save(editImpediment, { impediment: record.id, [name]: value })}
    />
  )
  const choice = <Value extends string>(
    name: 'party' | 'severity',
    values: readonly Value[],
    textOf: (value: Value) => string,
  ) => (
    <Property
      label={t(`fields.${name}`)}
      term={name === 'party' ? 'turn' : undefined}
      placeholder=""
      {...toggling(name)}
      renderEditor={(anchor, close) => (
        <LazyMenu
          anchor={anchor}
          label={t(`fields.${name}`)}
          entries={values.map(value => ({
            id: value,
            text: textOf(value),
            checked: value === record[name],
            onSelect: () => edit({ [name]: value }),
          }))}
          onClose={close}
        />
      )}
    >
      {textOf(record[name] as Value)}
    </Property>
  )
  return (
    <div className={styles['properties']}>
      {text('effect', true)}
      {choice('party', parties, value => words(`parties.${value}`))}
      {text('partyName')}
      <OwnerProperty record={record} {...toggling('owner')} onChange={owner => edit({ owner })} />
      {text('nextStep')}
      <DayProperty
        name="dueAt"
        day={record.dueAt}
        {...toggling('dueAt')}
        onChange={dueAt => save(editImpediment, { impediment: record.id, dueAt })}
      />
      <DayProperty
        name="escalateAt"
        day={record.escalateAt}
        {...toggling('escalateAt')}
        onChange={escalateAt => save(editImpediment, { impediment: record.id, escalateAt })}
      />
      {choice('severity', severities, value => words(`severities.${value}`))}
      <BlockedProperty record={record} {...toggling('items')} />
      {record.state === 'resolved' && text('helped')}
    </div>
  )
}
