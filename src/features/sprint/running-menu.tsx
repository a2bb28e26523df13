import { useState } from 'react'
import { moveSprintToReview } from '../../domain/scrum/start-sprint.ts'
import type { Sprint } from '../../domain/scrum/sprint.ts'
import { useT } from '../../i18n/use-t.ts'
import { closeSprintTail } from '../../parts/addresses.ts'
import { useRequests } from '../../parts/requests.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { CircleX, Presentation } from '../../ui/icons.ts'
import { MenuButton } from '../../ui/menu-button.tsx'
import { CancelSprintDialog } from './cancel-sprint-dialog.tsx'

/** What can be done with a sprint that runs: close it; in the menu to the review, and breaking it off. */
export function RunningTools({ sprint }: { readonly sprint: Sprint }) {
  const t = useT('sprint')
  const run = useCommand()
  const { openOverlay } = useAddress()
  const [isCancelling, setCancelling] = useState(false)
  useRequests('sprint/cancel', () => setCancelling(true))
  const { id, name, state } = sprint
  const toReview = () => void run(moveSprintToReview, { sprint: id }, { done: t('inReview', { name }) })
  return (
    <>
      <MenuButton
        label={t('menu')}
        placement="bottom-end"
        entries={[
          ...(state === 'running'
            ? [{ id: 'review', text: t('toReview'), icon: Presentation, onSelect: toReview }]
            : []),
          { id: 'cancel', text: t('cancel.open'), icon: CircleX, danger: true, onSelect: () => setCancelling(true) },
        ]}
      />
      <Button variant="primary" onClick={() => openOverlay(closeSprintTail(id))}>
        {t('close.open')}
      </Button>
      {isCancelling && <CancelSprintDialog sprint={sprint} onClose={() => setCancelling(false)} />}
    </>
  )
}
