import { daysBetween } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { DuePopover, type DuePopoverProps } from '../../parts/due-popover.tsx'
import { Property } from '../../parts/item-properties/property.tsx'
import { useToday } from '../../parts/use-today.ts'
import { Badge } from '../../ui/badge.tsx'
import { Clock } from '../../ui/icons.ts'

type DayPropertyProps = {
  readonly name: 'dueAt' | 'escalateAt'
  readonly day: string | null
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
  readonly onChange: DuePopoverProps['onChoose']
}

/** A day with what it means today: when it has passed, it says so. */
export function DayProperty({ name, day, open, onToggle, onChange }: DayPropertyProps) {
  const t = useT('impediments')
  const format = useFormat()
  const today = useToday()
  const isPast = day !== null && daysBetween(today, day) < 0
  return (
    <Property
      label={t(`fields.${name}`)}
      term={name === 'escalateAt' ? 'escalate' : undefined}
      placeholder={t(`add.${name}`)}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => <DuePopover anchor={anchor} due={day} onChoose={onChange} onClose={close} />}
    >
      {day === null ? null : (
        <>
          <span>{format.day(day)}</span>
          {isPast && (
            <Badge bare icon={Clock} tone="danger">
              {format.relativeDay(day)}
            </Badge>
          )}
        </>
      )}
    </Property>
  )
}
