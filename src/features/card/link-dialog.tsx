import { useState } from 'react'
import { editLink } from '../../domain/attachments/edit-link.ts'
import { longestAddress, longestLinkName, type Link } from '../../domain/attachments/link.ts'
import { useT } from '../../i18n/use-t.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './new-card.module.css'

type LinkDialogProps = { readonly link: Link; readonly onClose: () => void }

/** Gives a link another address or name. */
export function LinkDialog({ link, onClose }: LinkDialogProps) {
  const t = useT('card')
  const save = useFieldCommand()
  const [address, setAddress] = useState(link.address)
  const [name, setName] = useState(link.name)
  const [refusal, setRefusal] = useState<string>()
  const take = async () => {
    const because = await save(editLink, { link: link.id, address, name })
    if (because === undefined) onClose()
    else setRefusal(because)
  }
  const footer = (
    <Button variant="primary" type="submit" form="link-form">
      {t('links.save')}
    </Button>
  )
  return (
    <Dialog title={t('links.edit')} size="small" onClose={onClose} footer={footer}>
      <form
        id="link-form"
        className={styles['form']}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void take()
        }}
      >
        <TextField
          label={t('links.address')}
          value={address}
          onChange={text => {
            setAddress(text)
            setRefusal(undefined)
          }}
          error={refusal}
          maxLength={longestAddress}
          autoFocus
        />
        <TextField label={t('links.name')} value={name} onChange={setName} maxLength={longestLinkName} />
      </form>
    </Dialog>
  )
}
