import { useState, type FormEvent } from 'react'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { PassphraseField } from '../../parts/restoring/passphrase-field.tsx'
import { RestoreChanges } from '../../parts/restoring/restore-changes.tsx'
import { useRestoreOutlook } from '../../parts/restoring/use-restore-outlook.ts'
import { useFileRefusalText } from '../../parts/use-file-refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useRestoring } from './use-restoring.ts'
import { useRestorable, type Read, type Restorable } from './use-restorable.ts'

type RestoreDialogProps = {
  readonly from: Restorable
  readonly onClose: () => void
  readonly onRestored: () => void
}

const formId = 'restore-passphrase'

/** What going back would change; nothing is written before the person has seen it. */
export function RestoreDialog({ from, onClose, onRestored }: RestoreDialogProps) {
  const t = useT('copies')
  const format = useFormat()
  const { read, unseal } = useRestorable(from)
  const archive = read.state === 'ready' ? read.archive : undefined
  const outlook = useRestoreOutlook(archive)
  const { restore, isBusy } = useRestoring()
  const isEqual = outlook?.touched.length === 0 && outlook.blobs === 0
  const isOffered = archive !== undefined && outlook !== undefined && !isEqual
  const goBack = async () => {
    if (!archive || !outlook) return
    const isRestored = await restore(archive, outlook.apart)
    // Apart, this workspace is not the open one any more.
    if (!outlook.apart) onRestored()
    if (isRestored) onClose()
  }
  const when = format.dateTime(from.kind === 'snapshot' ? from.info.at : from.file.at)
  return (
    <Dialog
      title={t('restore.title', { when })}
      description={isOffered ? t(outlook.apart ? 'restore.apart' : 'restore.text') : undefined}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('restore.cancel')}</Button>
          {read.state === 'sealed' && (
            <Button variant="primary" type="submit" form={formId}>
              {t('restore.unseal')}
            </Button>
          )}
          {isOffered && (
            <Button variant="primary" refusal={isBusy ? t('restore.running') : undefined} onClick={() => void goBack()}>
              {t(outlook.apart ? 'restore.open' : 'restore.restore')}
            </Button>
          )}
        </>
      }
    >
      <ReadState read={read} isFile={from.kind === 'file'} onPassphrase={passphrase => void unseal(passphrase)} />
      {isEqual && <p role="status">{t('restore.equal')}</p>}
      {isOffered && <RestoreChanges outlook={outlook} />}
    </Dialog>
  )
}

type ReadStateProps = {
  readonly read: Read
  /** What is wrong with a file has a place in it; of a snapshot nobody can do anything. */
  readonly isFile: boolean
  readonly onPassphrase: (passphrase: string) => void
}

function ReadState({ read, isFile, onPassphrase }: ReadStateProps) {
  const t = useT('copies')
  const refusalText = useFileRefusalText()
  const [passphrase, setPassphrase] = useState('')
  if (read.state === 'reading') return <p role="status">{t('restore.reading')}</p>
  if (read.state === 'unreadable')
    return (
      <p role="alert">
        {isFile && read.because ? refusalText(read.because) : t('restore.gone')} {t('restore.unreadable')}
      </p>
    )
  if (read.state === 'ready') return null
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '') onPassphrase(passphrase)
  }
  return (
    <form id={formId} onSubmit={submit} noValidate>
      <PassphraseField
        label={t('restore.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        error={read.because && refusalText(read.because)}
      />
    </form>
  )
}
