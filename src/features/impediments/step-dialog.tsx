import { useState, type FormEvent } from 'react'
import {
  longest,
  parties,
  type Impediment,
  type ImpedimentState,
  type Party,
} from '../../domain/impediments/impediment.ts'
import { moveImpediment, resolveImpediment } from '../../domain/impediments/move-impediment.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './impediment-panel.module.css'

export type AskedState = Extract<ImpedimentState, 'escalated' | 'decided' | 'resolved' | 'tolerated'>

type StepDialogProps = { readonly record: Impediment; readonly to: AskedState; readonly onClose: () => void }

/** The party after the present one: the proposal for an escalation. */
const partyAbove = (party: Party): Party => parties[Math.min(parties.indexOf(party) + 1, 2)] ?? party

/** Asks one line: what helped, what was decided, why. It may stay empty. */
export function StepDialog({ record, to, onClose }: StepDialogProps) {
  const t = useT('impediments')
  const words = useT('work')
  const run = useCommand()
  const [text, setText] = useState(to === 'resolved' ? record.helped : '')
  const [party, setParty] = useState(to === 'escalated' ? partyAbove(record.party) : record.party)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = t(`went.${to}`, { title: record.title })
    const result =
      to === 'resolved'
        ? await run(resolveImpediment, { impediment: record.id, helped: text }, { done })
        : await run(moveImpediment, { impediment: record.id, to, party, reason: text }, { done })
    if (result.ok) onClose()
  }
  return (
    <Sheet
      title={t(`ask.${to}.title`)}
      description={record.title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" type="submit" form="impediment-step">
            {t(`ask.${to}.send`)}
          </Button>
        </>
      }
    >
      <form id="impediment-step" className={styles['form']} onSubmit={event => void submit(event)}>
        <TextField
          label={t(`ask.${to}.line`)}
          hint={to === 'resolved' && record.items.length > 0 ? t('helpedHint') : undefined}
          value={text}
          onChange={setText}
          maxLength={longest.helped}
          autoFocus
        />
        {to === 'escalated' && (
          <Select
            label={t('fields.party')}
            value={party}
            options={parties.map(value => ({ value, text: words(`parties.${value}`) }))}
            onChange={setParty}
          />
        )}
      </form>
    </Sheet>
  )
}
