import { startOfDay } from '../../domain/calendar/office-day.ts'
import { ageInDays } from '../../domain/impediments/open-impediments.ts'
import { isOver, type Impediment } from '../../domain/impediments/impediment.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useToday } from '../../parts/use-today.ts'
import { Badge } from '../../ui/badge.tsx'
import { CircleCheck, Clock, OctagonAlert, TriangleAlert } from '../../ui/icons.ts'

/** From these ages in days on an impediment is said louder: after half a week, after a week. */
const [lateAfter, veryLateAfter] = [3, 7]

/** For how long an impediment has held, or had held, the team up: word, sign and colour. */
export function AgeMark({ record }: { readonly record: Impediment }) {
  const t = useT('impediments')
  const format = useFormat()
  const days = ageInDays(record, startOfDay(useToday()))
  if (isOver(record.state))
    return (
      <Badge bare icon={CircleCheck} tone="ok">
        {t('lasted', { days })}
      </Badge>
    )
  const [tone, icon] =
    days >= veryLateAfter
      ? (['danger', OctagonAlert] as const)
      : days >= lateAfter
        ? (['warn', TriangleAlert] as const)
        : (['neutral', Clock] as const)
  return (
    <Badge bare icon={icon} tone={tone}>
      {format.since(record.createdAt)}
    </Badge>
  )
}
