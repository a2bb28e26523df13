import { useState, type FormEvent } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { PassphraseField } from '../../parts/restoring/passphrase-field.tsx'
import { useFileRefusalText } from '../../parts/use-file-refusal-text.ts'
import { Button } from '../../ui/button.tsx'
import type { FileRefusal } from '../../workspace/exchange-port.ts'
import styles from './files.module.css'

type PassphraseStepProps = {
  readonly file: File
  readonly because: FileRefusal | undefined
  readonly onRead: (file: File, passphrase: string) => void
  readonly onCancel: () => void
}

/** A sealed archive opens with the passphrase it was sealed with, and with nothing else. */
export function PassphraseStep({ file, because, onRead, onCancel }: PassphraseStepProps) {
  const t = useT('files')
  const refusalText = useFileRefusalText()
  const [passphrase, setPassphrase] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (passphrase !== '') onRead(file, passphrase)
  }
  return (
    <form className={styles['section']} onSubmit={submit} noValidate>
      <h2 tabIndex={-1} data-step-focus>
        {t('sealed.title')}
      </h2>
      <p>{t('sealed.text', { file: file.name })}</p>
      <PassphraseField
        label={t('sealed.label')}
        value={passphrase}
        onChange={setPassphrase}
        error={because && refusalText(because)}
      />
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary" refusal={passphrase === '' ? t('sealed.empty') : undefined}>
          {t('sealed.open')}
        </Button>
        <Button onClick={onCancel}>{t('otherFile')}</Button>
      </div>
    </form>
  )
}
