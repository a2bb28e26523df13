import { useT } from '../i18n/use-t.ts'
import { useSaveFile } from '../parts/use-save-file.ts'
import { WorkspaceContext } from '../parts/workspace-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Download } from '../ui/icons.ts'
import type { Leaving } from './may-leave.ts'

/** Another workspace is to be opened while something in this one could not be saved. Staying is the safe answer. */
export default function LeaveQuestion({ leaving }: { readonly leaving: Leaving }) {
  return (
    <WorkspaceContext value={leaving.workspace}>
      <Question answer={leaving.answer} />
    </WorkspaceContext>
  )
}

function Question({ answer }: Pick<Leaving, 'answer'>) {
  const t = useT('shell')
  const saveFile = useSaveFile()
  return (
    <Dialog
      title={t('leaving.title')}
      description={t('leaving.text')}
      size="small"
      onClose={() => answer(false)}
      footer={
        <>
          <Button onClick={() => answer(false)} data-autofocus>
            {t('leaving.stay')}
          </Button>
          <Button variant="danger" onClick={() => answer(true)}>
            {t('leaving.leave')}
          </Button>
        </>
      }
    >
      <Button icon={Download} onClick={() => void saveFile()}>
        {t('leaving.save')}
      </Button>
    </Dialog>
  )
}
