import { useState, type FormEvent } from 'react'
import { live, records } from '../../domain/kernel/view.ts'
import { documentOfTeam, team as teamRecord } from '../../domain/people/team.ts'
import { partsOf } from '../../domain/work/family.ts'
import type { Item } from '../../domain/work/item.ts'
import { moveItemToTeam } from '../../domain/work/move-to-team.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './new-card.module.css'

type ToTeamDialogProps = { readonly record: Item; readonly onClose: () => void }

/** Gives a card to another team; says before what comes along and what stays. */
export function ToTeamDialog({ record, onClose }: ToTeamDialogProps) {
  const t = useT('card')
  const refusals = useT('refusals')
  const here = useTeam()
  const run = useCommand()
  const workspace = useWorkspace()
  const teams = useReading(
    view => records(view, teamRecord, 'all', 'all').filter(({ id }) => id !== here.id),
    [here.id],
  )
  const parts = useReading(view => partsOf(view, record.id).length, [record.id])
  const [chosen, setChosen] = useState<string>()
  const to = chosen ?? teams[0]?.id ?? ''
  const refusal =
    teams.length === 0 ? t('toTeam.none') : parts > 0 ? refusals('itemKeepsParts', { count: parts }) : undefined
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const target = live(workspace.records, teamRecord, to)
    if (!target || refusal !== undefined) return
    // Its columns and the order of its backlog have to be known before the rule is asked.
    await workspace.openDocument(documentOfTeam(target))
    const done = t('toTeam.done', { title: record.title, team: target.name })
    const moved = await run(moveItemToTeam, { item: record.id, team: to }, { done })
    if (moved.ok) onClose()
  }
  const footer = (
    <Button variant="primary" type="submit" form="to-team" refusal={refusal}>
      {t('toTeam.send')}
    </Button>
  )
  return (
    <Dialog title={t('toTeam.title')} description={record.title} size="small" onClose={onClose} footer={footer}>
      <form id="to-team" className={styles['form']} onSubmit={event => void submit(event)}>
        {refusal === undefined ? (
          <Select
            label={t('toTeam.team')}
            value={to}
            options={teams.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={setChosen}
          />
        ) : (
          <p>{refusal}</p>
        )}
        <p>{t('toTeam.goes')}</p>
        <p>{t('toTeam.stays')}</p>
      </form>
    </Dialog>
  )
}
