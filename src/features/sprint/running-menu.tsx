import { useState } from 'react'
import { moveSprintToReview } from '../../domain/scrum/start-sprint.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { PlaceMenu } from '../../parts/place-menu.tsx'
import { useRequests } from '../../parts/requests.ts'
import { useCommand } from '../../parts/use-command.ts'
import { CircleX, Presentation } from '../../ui/icons.ts'
import { CancelSprintDialog } from './cancel-sprint-dialog.tsx'

/** What can be done with a sprint that runs beside closing it: to the review, print, breaking it off. */
export function RunningMenu({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const run = useCommand()
  const [isCancelling, setCancelling] = useState(false)
  useRequests('sprint/cancel', () => setCancelling(true))
  const { id, name, state } = sprint
  const toReview = () => void run(moveSprintToReview, { sprint: id }, { done: t('inReview', { name }) })
  return (
    <>
      <PlaceMenu
        label={t('menu')}
        own={[
          ...(state === 'running'
            ? [{ id: 'review', text: t('toReview'), icon: Presentation, onSelect: toReview }]
            : []),
          { id: 'cancel', text: t('cancel.open'), icon: CircleX, danger: true, onSelect: () => setCancelling(true) },
        ]}
      />
      {isCancelling && <CancelSprintDialog sprint={sprint} onClose={() => setCancelling(false)} />}
    </>
  )
}
