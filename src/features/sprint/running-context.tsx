import type { Sprint } from '../../domain/scrum/sprint.ts'
import { daysBetween } from '../../i18n/format.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useToday } from '../../parts/use-today.ts'

/** The sprint's name, its days, and how many of them are left. */
export function RunningContext({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const format = useFormat()
  const today = useToday()
  const { name, start, end, state } = sprint
  if (state === 'review') return t('contextReview', { name })
  if (end === null) return name
  const left = daysBetween(today, end)
  const range = start === null ? format.day(end) : format.range(start, end)
  return left < 0 ? t('contextOver', { name, range, days: -left }) : t('contextLeft', { name, range, days: left })
}
