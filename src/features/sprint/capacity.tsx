import { useState } from 'react'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { teamDays } from '../../domain/scrum/team-availability.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Button } from '../../ui/button.tsx'
import { Users } from '../../ui/icons.ts'
import { CapacityDialog } from './capacity-dialog.tsx'

/** How many days the team has for the sprint, as one sum. */
export function Capacity({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const sum = useReading(view => teamDays(view, sprint.id), [sprint.id])
  return (
    <>
      <Button
        data-capacity
        variant="plain"
        size="small"
        icon={Users}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {sum === undefined ? t('capacity.add') : t('capacity.sum', { days: format.number(sum), count: sum })}
      </Button>
      {isOpen && <CapacityDialog sprint={sprint} onClose={() => setOpen(false)} />}
    </>
  )
}
