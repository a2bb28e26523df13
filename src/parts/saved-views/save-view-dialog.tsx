import { useState } from 'react'
import { saveView } from '../../domain/views/save-view.ts'
import { longestViewName } from '../../domain/views/saved-view.ts'
import { useT } from '../../i18n/use-t.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { placeOf, queryOf } from '../place-query.ts'
import { useFieldCommand } from '../use-field-command.ts'
import { useTeam } from '../use-team.ts'

type SaveViewDialogProps = { readonly place: string; readonly onClose: () => void }

/** Gives the filter of now a name under which it is found again. */
export function SaveViewDialog({ place, onClose }: SaveViewDialogProps) {
  const t = useT('views')
  const team = useTeam()
  const save = useFieldCommand()
  const [name, setName] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const keep = async () => {
    const query = queryOf(placeOf(team, place))
    const because = await save(saveView, { team: team.id, name, place, query })
    setRefusal(because)
    if (because !== undefined) return
    announce(t('saved', { name: name.trim() }))
    onClose()
  }
  const footer = (
    <Button variant="primary" type="submit" form="view-form">
      {t('keep')}
    </Button>
  )
  return (
    <Sheet title={t('saveTitle')} description={t('saveText')} onClose={onClose} footer={footer}>
      <form
        id="view-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField
          label={t('name')}
          value={name}
          error={refusal}
          maxLength={longestViewName}
          autoFocus
          onChange={text => {
            setName(text)
            setRefusal(undefined)
          }}
        />
      </form>
    </Sheet>
  )
}
