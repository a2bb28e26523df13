import { useState, type FormEvent } from 'react'
import { records, type View } from '../../domain/kernel/view.ts'
import { check, checksKey, criteria, type Check } from '../../domain/work/check.ts'
import { checklist } from '../../domain/work/checklist.ts'
import { longestTitle, type Item } from '../../domain/work/item.ts'
import { splitItem } from '../../domain/work/split-item.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './new-card.module.css'

/** Criteria and points of all checklists, in the order in which they stand on the card. */
const checksOf = (view: View, item: string): readonly Check[] => [
  ...records(view, check, 'list', checksKey(item, criteria)),
  ...records(view, checklist, 'item', item).flatMap(list => records(view, check, 'list', checksKey(item, list.id))),
]

type SplitDialogProps = { readonly record: Item; readonly onClose: () => void }

/** Takes a part out of a card as a card of its own: what it is called, which checks go over, what both are estimated at. */
export function SplitDialog({ record, onClose }: SplitDialogProps) {
  const t = useT('card')
  const run = useCommand()
  const checks = useReading(view => checksOf(view, record.id), [record.id])
  const [title, setTitle] = useState('')
  const [going, setGoing] = useState<ReadonlySet<string>>(new Set())
  const [remaining, setRemaining] = useState(record.estimate ?? undefined)
  const [estimate, setEstimate] = useState<number>()
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '') return setError(t('titleIsMissing'))
    const goes = checks.filter(({ id }) => going.has(id)).map(({ id }) => id)
    const args = { item: record.id, title, checks: goes, estimate: estimate ?? null, remaining: remaining ?? null }
    const split = await run(splitItem, args, { done: t('split.done', { title: title.trim() }) })
    if (split.ok) onClose()
  }
  const choose = (id: string, goes: boolean) => {
    const next = new Set(going)
    if (goes) next.add(id)
    else next.delete(id)
    setGoing(next)
  }
  const footer = (
    <Button variant="primary" type="submit" form="split-card">
      {t('split.send')}
    </Button>
  )
  return (
    <Dialog title={t('split.title')} description={record.title} size="small" onClose={onClose} footer={footer}>
      <form id="split-card" className={styles['form']} noValidate onSubmit={event => void submit(event)}>
        <TextField
          label={t('split.newTitle')}
          value={title}
          maxLength={longestTitle}
          error={error}
          autoFocus
          onChange={text => {
            setTitle(text)
            setError(undefined)
          }}
        />
        {checks.length > 0 && (
          <fieldset className={styles['checks']}>
            <legend>{t('split.checks')}</legend>
            {checks.map(({ id, title: label }) => (
              <Checkbox key={id} label={label} checked={going.has(id)} onChange={goes => choose(id, goes)} />
            ))}
          </fieldset>
        )}
        <div className={styles['choices']}>
          <NumberField label={t('split.remaining')} value={remaining} onChange={setRemaining} min={0} />
          <NumberField label={t('split.estimate')} value={estimate} onChange={setEstimate} min={0} />
        </div>
      </form>
    </Dialog>
  )
}
