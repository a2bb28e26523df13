import { useT } from '../../i18n/use-t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { LabelDots } from '../label-dots.tsx'
import { LabelPicker } from '../label-picker.tsx'
import { PeoplePicker } from '../people-picker.tsx'
import styles from './item-properties.module.css'
import type { PropertyEditing } from './property-editing.ts'
import { keySign } from '../shortcuts.ts'
import { Property } from './property.tsx'

/** Who works on it. */
export function PeopleProperty({ record, values, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  const names = values.people === '' ? [] : values.people.split('\n')
  return (
    <Property
      label={t('people')}
      shortcut={keySign('card.people')}
      placeholder={t('addPeople')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => (
        <PeoplePicker anchor={anchor} items={[record.id]} selected={record.people} onClose={close} />
      )}
    >
      {names.length === 0
        ? null
        : names.map((name, at) => (
            // Two people may have the same name.
            // oxlint-disable-next-line react/no-array-index-key
            <span key={`${at} ${name}`} className={styles['named']}>
              <Avatar name={name} size="small" decorative />
              {name}
            </span>
          ))}
    </Property>
  )
}

export function LabelsProperty({ record, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  return (
    <Property
      label={t('labels')}
      shortcut={keySign('card.labels')}
      placeholder={t('addLabels')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => (
        <LabelPicker anchor={anchor} items={[record.id]} selected={record.labels} onClose={close} />
      )}
    >
      {record.labels.length === 0 ? null : <LabelDots ids={record.labels} />}
    </Property>
  )
}
