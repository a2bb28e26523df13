import { estimateItems, scheduleItems } from '../../domain/work/edit-values.ts'
import { daysBetween } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DuePopover } from '../due-popover.tsx'
import { EstimatePopover } from '../estimate-popover.tsx'
import { useFieldCommand } from '../use-field-command.ts'
import { useToday } from '../use-today.ts'
import styles from './item-properties.module.css'
import type { PropertyEditing } from './property-editing.ts'
import { keySign } from '../shortcuts.ts'
import { Property } from './property.tsx'

export function EstimateProperty({ record, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  const format = useFormat()
  const save = useFieldCommand()
  const { id, estimate } = record
  return (
    <Property
      label={t('estimate')}
      term="estimate"
      shortcut={keySign('card.estimate')}
      placeholder={t('addEstimate')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => (
        <EstimatePopover
          {...{ anchor, estimate }}
          onChoose={next => save(estimateItems, { items: [id], estimate: next })}
          onClose={close}
        />
      )}
    >
      {estimate === null ? null : `${format.number(estimate, 2)} ${t('points', { count: estimate })}`}
    </Property>
  )
}

export function DueProperty({ record, values, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  const format = useFormat()
  const save = useFieldCommand()
  const { id, due } = record
  const left = daysBetween(useToday(), due ?? '9999-12-31')
  const state = !values.isOpen || left > 0 ? '' : left === 0 ? 'today' : 'late'
  return (
    <Property
      label={t('due')}
      shortcut={keySign('card.due')}
      placeholder={t('addDue')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => (
        <DuePopover
          {...{ anchor, due }}
          onChoose={next => save(scheduleItems, { items: [id], due: next })}
          onClose={close}
        />
      )}
    >
      {due === null ? null : (
        <>
          <span>{format.day(due)}</span>
          {state !== '' && <span className={styles[state]}>{format.relativeDay(due)}</span>}
        </>
      )}
    </Property>
  )
}
