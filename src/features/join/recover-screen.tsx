import { useEffect, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { PassphraseField } from '../../parts/restoring/passphrase-field.tsx'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { FileButton } from '../../ui/file-button.tsx'
import { focusPlace } from '../../ui/focus.ts'
import { Upload } from '../../ui/icons.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import type { SheetRefusal } from '../../workspace/sync-port.ts'
import styles from './join.module.css'
import { sheetTextIn } from './sheet-text.ts'

/** A recovery sheet is opened on a new device; what comes then is joining, with the sheet in hand. */
export default function RecoverScreen() {
  const [t, join] = [useT('recovery'), useT('sync')]
  useEffect(() => {
    document.title = join('join.documentTitle', { title: t('use.title') })
  }, [t, join])
  useEffect(focusPlace, [])
  return (
    <main className={styles['page']} id="main">
      <div className={styles['column']}>
        <h1 tabIndex={-1}>{t('use.title')}</h1>
        <p>{t('use.lead')}</p>
        <SheetForm />
        <p className={styles['quiet']}>
          {t('use.noDevice')} <a href="#/import/backup">{t('use.restore')}</a>
        </p>
      </div>
    </main>
  )
}

type Refused = SheetRefusal['because']

/** More than any sheet with the words around it. */
const longestFile = 64 * 1024

function SheetForm() {
  const t = useT('recovery')
  const { joining } = useDevice()
  const [, navigate] = useLocation()
  const [text, setText] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [refusal, setRefusal] = useState<Refused>()
  const [isOpening, setOpening] = useState(false)
  const open = async () => {
    setOpening(true)
    const opened = await joining.openSheet(sheetTextIn(text), passphrase).finally(() => setOpening(false))
    if (!opened.ok) return setRefusal(opened.refusal.because)
    announce(t('use.opened'))
    navigate('/join')
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isOpening) open().catch((error: unknown) => reportError(error))
  }
  const change = (set: (value: string) => void) => (value: string) => {
    set(value)
    setRefusal(undefined)
  }
  const read = async (file: File) => change(setText)(sheetTextIn(await file.slice(0, longestFile).text()))
  const said = (...of: readonly Refused[]) =>
    refusal !== undefined && of.includes(refusal) ? t(`use.refusals.${refusal}`) : undefined
  return (
    <form onSubmit={submit} className={styles['form']} noValidate>
      <TextArea
        label={t('use.text')}
        hint={t('use.textHint')}
        value={text}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        error={said('sheetIsMisread', 'sheetIsNewer')}
        onChange={change(setText)}
      />
      <div>
        <FileButton
          icon={Upload}
          accept=".txt,text/plain"
          label={t('use.file')}
          onFile={file => void read(file).catch((error: unknown) => reportError(error))}
        >
          {t('use.open')}
        </FileButton>
      </div>
      <PassphraseField
        label={t('use.passphrase')}
        value={passphrase}
        onChange={change(setPassphrase)}
        error={said('passphraseIsWrong')}
      />
      <div className={styles['acts']}>
        <LinkButton href="#/join" variant="plain">
          {t('use.back')}
        </LinkButton>
        <Button type="submit" variant="primary" refusal={isOpening ? t('use.opening') : undefined}>
          {t('use.submit')}
        </Button>
      </div>
    </form>
  )
}
