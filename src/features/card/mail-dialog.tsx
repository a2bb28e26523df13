import { useRef } from 'react'
import type { Item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Copy } from '../../ui/icons.ts'
import { TextArea } from '../../ui/text-area.tsx'
import { toasts } from '../../ui/toasts.ts'
import { useMailText } from './use-mail-text.ts'

type MailDialogProps = { readonly record: Item; readonly onClose: () => void }

/** A card as the text of a mail: to be copied, or selected where the browser does not copy. */
export function MailDialog({ record, onClose }: MailDialogProps) {
  const t = useT('card')
  const field = useRef<HTMLTextAreaElement>(null)
  const text = useMailText(record)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      toasts.show({ text: t('mail.copied') })
      onClose()
    } catch {
      // Where the browser does not copy, the person does.
      field.current?.select()
    }
  }
  const footer = (
    <Button variant="primary" icon={Copy} onClick={() => void copy()}>
      {t('mail.copy')}
    </Button>
  )
  return (
    <Dialog title={t('mail.title')} description={t('mail.hint')} onClose={onClose} footer={footer}>
      <TextArea ref={field} label={t('mail.text')} rows={12} value={text} onChange={() => undefined} />
    </Dialog>
  )
}
