import { createItem } from '../../domain/work/create-item.ts'
import { item, longestTitle, type Item } from '../../domain/work/item.ts'
import { pastedLines } from '../../domain/work/pasted-lines.ts'
import { partsProgress } from '../../domain/work/progress.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useT } from '../../i18n/use-t.ts'
import { AddLines } from '../../parts/add-lines.tsx'
import { Term } from '../../parts/term.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useIds } from '../../parts/use-record.ts'
import { useTeam } from '../../parts/use-team.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { CardLink } from './card-link.tsx'
import styles from './card.module.css'
import { Section } from './section.tsx'

type CardPartsProps = { readonly record: Item; readonly open: (key: string) => void }

/** What an epic or a story consists of, and how far that is. */
export function CardParts({ record, open }: CardPartsProps) {
  const t = useT('card')
  const team = useTeam()
  const run = useCommand()
  const parts = useIds(item, 'parent', record.id)
  const add = async (text: string) => {
    const kind = record.kind === 'epic' ? 'story' : 'task'
    const made = { ok: true }
    for (const { text: title } of pastedLines(text))
      made.ok &&= (await run(createItem, { team: team.id, title, kind, parent: record.id })).ok
    return made.ok
  }
  return (
    <Section title={<Term of="parts">{t('parts')}</Term>} name="parts">
      {parts.length > 0 && <Progress id={record.id} />}
      {parts.length > 0 && (
        <ul className={styles['links']}>
          {parts.map(id => (
            <CardLink key={id} id={id} open={open} />
          ))}
        </ul>
      )}
      <AddLines label={t('addPart')} maxLength={longestTitle} onAdd={add} />
    </Section>
  )
}

function Progress({ id }: { readonly id: string }) {
  const t = useT('card')
  const format = useFormat()
  const { done, total, donePoints, points } = useReading(
    view => {
      const progress = partsProgress(view, id)
      return { ...progress.items, donePoints: progress.points.done, points: progress.points.total }
    },
    [id],
  )
  const numbers = { done, total, donePoints: format.number(donePoints), points: format.number(points) }
  return (
    <ProgressBar
      label={t('partsDone')}
      value={done}
      max={total}
      text={points > 0 ? t('partsWithPoints', numbers) : t('progress', { done, total })}
      tone={done === total ? 'ok' : 'primary'}
    />
  )
}
