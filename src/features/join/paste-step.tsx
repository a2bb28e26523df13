import type { FormEvent } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useDevice } from '../../parts/device-context.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './join.module.css'

/** What was pasted stays while it is read, and when it is refused. */
export type Pasting = { readonly code: string; readonly setCode: (code: string) => void }

type PasteStepProps = Pasting & { readonly because?: string | undefined; readonly hasSheet?: boolean }

/** The code of an invitation is pasted; a recovery sheet that lies open waits for one, too. */
export function PasteStep({ code, setCode, because, hasSheet = false }: PasteStepProps) {
  const t = useT('sync')
  const { joining } = useDevice()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    joining.begin(code).catch((error: unknown) => reportError(error))
  }
  return (
    <form onSubmit={submit} className={styles['form']} noValidate>
      {hasSheet && <Banner tone="ok">{t('join.sheetOpen')}</Banner>}
      <TextArea
        label={t('join.paste')}
        hint={t('join.pasteHint')}
        value={code}
        rows={4}
        error={because}
        onChange={setCode}
      />
      <div className={styles['acts']}>
        {hasSheet ? (
          <Button onClick={() => joining.putSheetAway()}>{t('join.putAway')}</Button>
        ) : (
          <LinkButton href="#/start" variant="plain">
            {t('join.back')}
          </LinkButton>
        )}
        <Button type="submit" variant="primary">
          {t('join.read')}
        </Button>
      </div>
      {!hasSheet && (
        <p className={styles['quiet']}>
          <a href="#/recover">{t('join.haveSheet')}</a>
        </p>
      )}
    </form>
  )
}
