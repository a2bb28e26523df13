import { useState } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import { NewPassphraseField } from '../../parts/restoring/new-passphrase-field.tsx'
import { missingSigns } from '../../parts/restoring/passphrase-strength.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import type { ArchiveSeal } from '../../workspace/exchange-port.ts'

type Way = 'open' | 'sealed'

type SealDialogProps = {
  /** A folder is chosen with it, or the seal of the chosen one is changed. */
  readonly purpose: 'choose' | 'change'
  readonly isSealed: boolean
  readonly onSeal: (seal: ArchiveSeal | undefined) => void
  readonly onClose: () => void
}

/** Asks whether archives in the folder are readable by whoever opens it, or sealed by a passphrase that nobody can recover. */
export function SealDialog({ purpose, isSealed, onSeal, onClose }: SealDialogProps) {
  const t = useT('copies')
  const exchange = useExchange()
  const [way, setWay] = useState<Way>(isSealed ? 'sealed' : 'open')
  const [passphrase, setPassphrase] = useState('')
  const [isChecked, setChecked] = useState(false)
  const [isMaking, setMaking] = useState(false)
  const isShort = way === 'sealed' && missingSigns(passphrase) > 0
  const submit = async () => {
    setChecked(true)
    if (isShort || isMaking) return
    setMaking(true)
    const made = way === 'sealed' ? await exchange.makeSeal(passphrase).finally(() => setMaking(false)) : undefined
    if (made === undefined || made.ok) onSeal(made?.value)
  }
  return (
    <Dialog
      title={t(`seal.${purpose}.title`)}
      description={t(`seal.${purpose}.text`)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('restore.cancel')}</Button>
          <Button variant="primary" refusal={isMaking ? t('seal.making') : undefined} onClick={() => void submit()}>
            {t(`seal.${purpose}.act`)}
          </Button>
        </>
      }
    >
      <RadioGroup<Way>
        label={t('seal.question')}
        value={way}
        onChange={setWay}
        options={[
          { value: 'open', text: t('seal.open'), hint: t('seal.openHint') },
          { value: 'sealed', text: t('seal.sealed'), hint: t('seal.sealedHint') },
        ]}
      />
      {way === 'sealed' && (
        <>
          <NewPassphraseField
            label={isSealed ? t('seal.newLabel') : t('seal.label')}
            value={passphrase}
            onChange={setPassphrase}
            isChecked={isChecked}
          />
          <Banner tone="warn">{t('seal.warning')}</Banner>
        </>
      )}
    </Dialog>
  )
}
