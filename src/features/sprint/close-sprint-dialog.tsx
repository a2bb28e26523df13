import { useState } from 'react'
import { closeSprint, type CarryOver } from '../../domain/scrum/close-sprint.ts'
import { goalOutcomes, sprint as sprintRecord, type GoalOutcome, type Sprint } from '../../domain/scrum/sprint.ts'
import { doneItemsOfSprint, openItemsOfSprint, pointsOf } from '../../domain/scrum/sprints.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { useAddressParts } from '../../parts/address-parts.ts'
import { useAddress } from '../../parts/use-address.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useRecord } from '../../parts/use-record.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { CarryOverList } from './carry-over-list.tsx'
import styles from './closing.module.css'
import { useNextSprint } from './use-next-sprint.ts'

/** Over any screen: closing the sprint whose id stands in the address. */
export default function CloseSprintOverlay() {
  const { sprint: id } = useAddressParts()
  const { closeOverlay } = useAddress()
  const t = useT('sprint')
  const record = useRecord(sprintRecord, id)
  const isActive = record && !record.deleted && (record.state === 'running' || record.state === 'review')
  if (!isActive)
    return (
      <Dialog title={t('close.open')} size="small" onClose={closeOverlay}>
        <p>{t('close.notRunning')}</p>
      </Dialog>
    )
  return <CloseSprintDialog sprint={record} onClose={closeOverlay} />
}

type CloseSprintDialogProps = { readonly sprint: Sprint; readonly onClose: () => void }

/** What was done, whether the goal was reached, and for every open card where it goes. */
function CloseSprintDialog({ sprint, onClose }: CloseSprintDialogProps) {
  const t = useT('sprint')
  const words = useT('work')
  const format = useFormat()
  const run = useCommand()
  const next = useNextSprint()
  const open = useReading(view => openItemsOfSprint(view, sprint.id), [sprint.id])
  const done = useReading(view => doneItemsOfSprint(view, sprint.id), [sprint.id])
  const [outcome, setOutcome] = useState<GoalOutcome>('open')
  const [chosen, setChosen] = useState<Readonly<Record<string, CarryOver>>>({})
  const carryOver = Object.fromEntries(open.map(({ id }) => [id, chosen[id] ?? 'nextSprint'] as const))
  const [points, all] = [pointsOf(done), pointsOf([...done, ...open])]
  const choose = (ids: readonly string[], choice: CarryOver) =>
    setChosen({ ...chosen, ...Object.fromEntries(ids.map(id => [id, choice])) })
  const close = async () => {
    const needsNext = open.some(({ id }) => carryOver[id] === 'nextSprint')
    const result = await run(
      closeSprint,
      { sprint: sprint.id, carryOver, goalOutcome: outcome, ...(needsNext ? { nextSprint: next.target } : {}) },
      { done: t('close.done', { name: sprint.name }) },
    )
    if (result.ok) onClose()
  }
  return (
    <Dialog
      title={t('close.title', { name: sprint.name })}
      description={
        all > 0
          ? t('close.summaryPoints', {
              points: format.number(points),
              all: format.number(all),
              done: done.length,
              count: done.length + open.length,
            })
          : t('close.summary', { done: done.length, count: done.length + open.length })
      }
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('dismiss')}</Button>
          <Button variant="primary" onClick={() => void close()}>
            {t('close.open')}
          </Button>
        </>
      }
    >
      <div className={styles['closing']}>
        <div className={styles['outcome']}>
          {sprint.goal !== '' && <p className={styles['goalText']}>{sprint.goal}</p>}
          <Select
            label={t('close.goalOutcome')}
            value={outcome}
            options={goalOutcomes.map(value => ({ value, text: words(`goalOutcomes.${value}`) }))}
            onChange={setOutcome}
          />
        </div>
        {open.length > 0 ? (
          <CarryOverList items={open} carryOver={carryOver} next={next} onChoose={choose} />
        ) : (
          <p>{t('close.allDone')}</p>
        )}
      </div>
    </Dialog>
  )
}
