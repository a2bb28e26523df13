import { useT } from '../i18n/use-t.ts'
import { Banner } from '../ui/banner.tsx'
import { Button } from '../ui/button.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import { useSaveFile } from './use-save-file.ts'
import { useSaving, useSession, useWorkspace } from './workspace-context.ts'

/** Says over every screen that something could not be saved or has been lost, what is safe, and the way out. */
export function StorageBanner() {
  const because = useSaving(({ failure }) => failure?.because)
  const lost = useSession(({ findings }) =>
    findings.findLast(({ finding }) => finding === 'dataLoss' || finding === 'evicted'),
  )
  if (because === 'storageFull' || because === 'storageFailed' || because === 'storageGone')
    return <NotSaved because={because} />
  return lost ? <Lost /> : null
}

function NotSaved({ because }: { readonly because: 'storageFull' | 'storageFailed' | 'storageGone' }) {
  const t = useT('data')
  const workspace = useWorkspace()
  const saveFile = useSaveFile()
  return (
    <Banner
      tone="danger"
      actions={
        <>
          <Button size="small" onClick={() => void saveFile()}>
            {t('saveFileNow')}
          </Button>
          <Button size="small" onClick={() => workspace.saving.tryAgain()}>
            {t('tryAgain')}
          </Button>
        </>
      }
    >
      {t(`notSaved.${because}`)}
    </Banner>
  )
}

function Lost() {
  const t = useT('data')
  return (
    <Banner
      tone="danger"
      actions={
        <LinkButton size="small" href="#/data">
          {t('openData')}
        </LinkButton>
      }
    >
      {t('lost')}
    </Banner>
  )
}
