import { useT } from '../../i18n/use-t.ts'
import { shortestPassphrase } from '../../workspace/exchange-port.ts'
import { PassphraseField } from './passphrase-field.tsx'
import { missingSigns, passphraseStrength } from './passphrase-strength.ts'

type NewPassphraseFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** Somebody has tried to go on: what is too short is said. */
  readonly isChecked: boolean
}

/** A passphrase that is being chosen, with a sentence on how long it would hold. */
export function NewPassphraseField({ isChecked, ...field }: NewPassphraseFieldProps) {
  const t = useT('copies')
  const isShort = missingSigns(field.value) > 0
  return (
    <PassphraseField
      {...field}
      isNew
      hint={<StrengthSentence passphrase={field.value} />}
      error={isChecked && isShort ? t('seal.tooShort', { shortest: shortestPassphrase }) : undefined}
    />
  )
}

function StrengthSentence({ passphrase }: { readonly passphrase: string }) {
  const t = useT('copies')
  if (passphrase === '') return t('seal.strength.empty', { shortest: shortestPassphrase })
  const strength = passphraseStrength(passphrase)
  return strength === 'tooShort'
    ? t('seal.strength.tooShort', { count: missingSigns(passphrase) })
    : t(`seal.strength.${strength}`)
}
