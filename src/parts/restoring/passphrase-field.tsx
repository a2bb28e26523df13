import { useState, type ReactNode } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Eye, EyeOff } from '../../ui/icons.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './restoring.module.css'

type PassphraseFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: ReactNode
  readonly error?: string | undefined
  /** A new one is being chosen; otherwise one that exists is asked for. */
  readonly isNew?: boolean
}

/** A secret can be looked at while it is typed: whoever mistypes it once loses what it seals. */
export function PassphraseField({ isNew = false, ...field }: PassphraseFieldProps) {
  const t = useT('copies')
  const [isShown, setShown] = useState(false)
  return (
    <div className={styles['passphrase']}>
      <TextField
        {...field}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        spellCheck={false}
        autoFocus
        required
      />
      <Button variant="plain" icon={isShown ? EyeOff : Eye} onClick={() => setShown(!isShown)}>
        {isShown ? t('passphrase.hide') : t('passphrase.show')}
      </Button>
    </div>
  )
}
