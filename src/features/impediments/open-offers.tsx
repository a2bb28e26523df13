import { impediment } from '../../domain/impediments/impediment.ts'
import { moveImpediment, transitions } from '../../domain/impediments/move-impediment.ts'
import { deleteImpediment } from '../../domain/impediments/report-impediment.ts'
import { live } from '../../domain/kernel/view.ts'
import { useT } from '../../i18n/use-t.ts'
import { matchAddress } from '../../parts/addresses.ts'
import { reach } from '../../parts/reach.ts'
import type { Offer, UseOffers } from '../../parts/slice.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { MoveRight, Pencil, Trash2 } from '../../ui/icons.ts'
import { isAsked, wordOf } from './impediment-steps.tsx'
import { StepDialog } from './step-dialog.tsx'

const fields = [
  'title',
  'effect',
  'party',
  'partyName',
  'owner',
  'nextStep',
  'dueAt',
  'escalateAt',
  'severity',
  'items',
] as const

/** A field by its word: the title says its own, the others stand beside theirs. */
const controlOf = (word: string): string => {
  const field = `[data-field=${JSON.stringify(word)}]`
  return `${field} > button, ${field} > div button, button[aria-label^=${JSON.stringify(`${word}: `)}]`
}

/** What can be done with the impediment that is open: its steps, its fields, deleting it. */
export const useOpenOffers: UseOffers = ({ team }) => {
  const [t, words] = [useT('commands'), useT('impediments')]
  const run = useCommand()
  const { tail, closeOverlay } = useAddress()
  const id = matchAddress('/impediment/:id', tail)?.['id']
  const record = useReading(view => live(view, impediment, id), [id])
  if (!team || !record) return []
  const { title } = record
  const offer = (name: string, text: string, icon: Offer['icon'], act: Offer['run']): Offer => ({
    id: `impediment.${name}`,
    text,
    icon,
    group: 'card',
    run: act,
  })
  const remove = () => {
    closeOverlay()
    return run(deleteImpediment, { impediment: record.id }, { done: words('deleted', { title }) })
  }
  return [
    ...transitions[record.state].map(to =>
      offer(`step.${to}`, t('impediment.step', { step: words(`steps.${wordOf(record, to)}`) }), MoveRight, show =>
        isAsked(to)
          ? show(close => <StepDialog record={record} to={to} onClose={close} />)
          : run(moveImpediment, { impediment: record.id, to }, { done: words(`went.${to}`, { title }) }),
      ),
    ),
    ...fields.map(name => {
      const field = words(`fields.${name}`)
      return offer(name, t('impediment.field', { field }), Pencil, () => reach(controlOf(field)))
    }),
    offer('delete', t('impediment.delete'), Trash2, remove),
  ]
}
