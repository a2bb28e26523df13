import { useCallback, useEffect, useState } from 'react'
import { backlog } from '../../domain/work/item.ts'
import { pastedLines } from '../../domain/work/pasted-lines.ts'
import { useT } from '../../i18n/use-t.ts'
import { useApp, type SharedThing } from '../../parts/app-context.ts'
import { PasteLinesDialog } from '../../parts/paste-lines-dialog.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useUndo } from '../../parts/use-undo.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { toasts } from '../../ui/toasts.ts'
import { SharedDialog } from './shared-dialog.tsx'
import { usePreparedFiles } from './use-prepared-files.ts'

/** What waits to be put on a card, the oldest first. */
export default function SharedOverlay() {
  const t = useT('card')
  const { tray } = useApp()
  const { closeOverlay, openOverlay } = useAddress()
  const [things, setThings] = useState<readonly SharedThing[]>()
  const look = useCallback(() => tray.list().then(setThings), [tray])
  useEffect(() => void look(), [look])
  const [thing, next] = things ?? []
  const take = async (id: string) => {
    await tray.take(id)
    const again = { label: t('shared.sort'), run: () => openOverlay('/new/shared') }
    if (next) toasts.show({ text: t('shared.waits'), action: again })
  }
  if (things && !thing)
    return (
      <Dialog title={t('shared.title')} size="small" onClose={closeOverlay}>
        <p>{t('shared.nothing')}</p>
      </Dialog>
    )
  return thing ? <Waiting key={thing.id} thing={thing} onClose={closeOverlay} onTaken={() => take(thing.id)} /> : null
}

type WaitingProps = {
  readonly thing: SharedThing
  readonly onClose: () => void
  readonly onTaken: () => Promise<void>
}

function Waiting({ thing, onClose, onTaken }: WaitingProps) {
  const t = useT('card')
  const team = useTeam()
  const { tray } = useApp()
  const { undoLabel } = useUndo()
  const files = usePreparedFiles(thing.files)
  const [isList, setList] = useState(false)
  const discard = async () => {
    await onTaken()
    onClose()
    toasts.show({ text: t('shared.discarded'), action: { label: undoLabel, run: () => void tray.put(thing) } })
  }
  if (!files) return null
  if (isList)
    return (
      <PasteLinesDialog
        team={team.id}
        place={backlog}
        initial={thing.text}
        onClose={() => setList(false)}
        onTaken={() => {
          // The lines may go on to another place; that is where the person stays.
          onClose()
          void onTaken()
        }}
      />
    )
  const asLines = pastedLines(thing.text).length > 1 ? () => setList(true) : undefined
  return <SharedDialog {...{ thing, files, asLines, onClose, onTaken }} onDiscard={() => void discard()} />
}
