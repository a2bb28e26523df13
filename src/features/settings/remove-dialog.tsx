import { useT } from '../../i18n/use-t.ts'
import { useSaveFile } from '../../parts/use-save-file.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Download } from '../../ui/icons.ts'
import type { KnownWorkspace } from '../../workspace/device.ts'
import type { SyncView } from '../../workspace/sync-port.ts'
import { LeavingFacts } from './leaving-facts.tsx'

type RemoveDialogProps = {
  readonly workspace: KnownWorkspace
  readonly isOpen: boolean
  /** What is known of the other devices of the workspace that is open. */
  readonly view: SyncView | undefined
  readonly onClose: () => void
  readonly onRemove: () => void
}

/** Says what is lost, and offers the backup first. It cannot be undone, so it is the one question Lotse asks. */
export function RemoveDialog({ workspace, isOpen, view, onClose, onRemove }: RemoveDialogProps) {
  const t = useT('settings')
  const saveFile = useSaveFile()
  return (
    <Dialog
      title={t('removing.title', { name: workspace.name })}
      description={t('removing.text')}
      onClose={onClose}
      size="small"
      footer={
        <>
          <Button onClick={onClose} data-autofocus>
            {t('workspaces.cancel')}
          </Button>
          <Button variant="danger" onClick={onRemove}>
            {t('removing.remove')}
          </Button>
        </>
      }
    >
      {isOpen ? (
        <>
          {view && <LeavingFacts view={view} />}
          <div>
            <Button icon={Download} onClick={() => void saveFile()}>
              {t('removing.save')}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('removing.openFirst')}</p>
      )}
    </Dialog>
  )
}
