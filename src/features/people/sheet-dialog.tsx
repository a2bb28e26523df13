import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { teamAddress } from '../../parts/addresses.ts'
import { download, fileName } from '../../parts/download.ts'
import { NewPassphraseField } from '../../parts/restoring/new-passphrase-field.tsx'
import { missingSigns } from '../../parts/restoring/passphrase-strength.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Download, Printer } from '../../ui/icons.ts'
import { toasts } from '../../ui/toasts.ts'
import type { Recovery } from '../../workspace/recovery-port.ts'
import { keepSheet } from './made-sheet.ts'
import { sheetFile, useSheetWords } from './use-sheet-words.ts'

type SheetDialogProps = {
  readonly recovery: Recovery
  /** It was printed or saved. */
  readonly onMade: () => void
  readonly onClose: () => void
}

/** Asks for the passphrase, seals, and hands the sheet out. Nobody but the person ever has its text. */
export function SheetDialog({ recovery, onMade, onClose }: SheetDialogProps) {
  const t = useT('recovery')
  const { id } = useWorkspace()
  const [passphrase, setPassphrase] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [state, setState] = useState<'asking' | 'making' | 'failed' | 'handing'>('asking')
  const [text, setText] = useState('')
  const make = async () => {
    setChecked(true)
    if (missingSigns(passphrase) > 0 || state === 'making') return
    setState('making')
    const made = await recovery.makeSheet(passphrase).catch(() => undefined)
    if (!made?.ok) return setState('failed')
    keepSheet({ workspace: id, text: made.value })
    setText(made.value)
    setState('handing')
  }
  if (state === 'handing')
    return (
      <Dialog
        title={t('dialog.doneTitle')}
        description={t('dialog.doneText')}
        onClose={onClose}
        footer={<HandingOut text={text} recovery={recovery} onMade={onMade} onClose={onClose} />}
      />
    )
  return (
    <Dialog
      title={t('dialog.title')}
      description={t('dialog.text')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button
            variant="primary"
            refusal={state === 'making' ? t('dialog.making') : undefined}
            onClick={() => void make()}
          >
            {t('dialog.make')}
          </Button>
        </>
      }
    >
      <NewPassphraseField
        label={t('dialog.passphrase')}
        value={passphrase}
        onChange={setPassphrase}
        isChecked={isChecked}
      />
      <Banner tone="warn">{t('dialog.warning')}</Banner>
      {state === 'failed' && <Banner tone="danger">{t('dialog.failed')}</Banner>}
    </Dialog>
  )
}

type HandingOutProps = SheetDialogProps & { readonly text: string }

function HandingOut({ text, recovery, onMade, onClose }: HandingOutProps) {
  const t = useT('recovery')
  const format = useFormat()
  const team = useTeam()
  const words = useSheetWords()
  const [, navigate] = useLocation()
  const first = useRef<HTMLButtonElement>(null)
  // What was pressed is gone with the question.
  useEffect(() => first.current?.focus(), [])
  const note = () => {
    recovery
      .noteMade(Date.now())
      .then(onMade)
      .catch((error: unknown) => reportError(error))
  }
  const save = () => {
    download(sheetFile(words, text), `${fileName(t('sheet.file'), format.today())}.txt`, 'text/plain;charset=utf-8')
    toasts.show({ text: t('dialog.saved') })
    note()
  }
  const print = () => {
    note()
    onClose()
    navigate(teamAddress(team.id, 'print/sheet'))
  }
  return (
    <>
      <Button onClick={onClose}>{t('dialog.close')}</Button>
      <Button icon={Download} onClick={save}>
        {t('dialog.save')}
      </Button>
      <Button ref={first} icon={Printer} variant="primary" onClick={print}>
        {t('dialog.print')}
      </Button>
    </>
  )
}
