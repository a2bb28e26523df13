import { useRef } from 'react'
import type { Result } from '../../domain/kernel/result.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { toasts } from '../../ui/toasts.ts'
import type { MemberRefusal } from '../../workspace/sync-port.ts'

type LeavingProps = {
  readonly title: string
  readonly act: string
  readonly remove: () => Promise<Result<'removed', MemberRefusal>>
  readonly onClose: () => void
}

/** What ending an access can do and what it cannot, before it is done. */
export function Leaving({ title, act, remove, onClose }: LeavingProps) {
  const t = useT('sync')
  const isRunning = useRef(false)
  const leave = async () => {
    if (isRunning.current) return
    isRunning.current = true
    const removed = await remove().catch(() => undefined)
    toasts.show({ text: removed?.ok ? t('removed') : t(`refusals.${removed?.refusal.because ?? 'notSaved'}`) })
    onClose()
  }
  return (
    <Dialog
      title={title}
      description={t('removeText')}
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="danger" onClick={() => void leave()}>
            {act}
          </Button>
        </>
      }
    />
  )
}
