import { useState } from 'react'
import { live } from '../../domain/kernel/view.ts'
import { addBlocker, removeBlocker } from '../../domain/work/edit-family.ts'
import { allBlockersOf } from '../../domain/work/family.ts'
import { item, type Item } from '../../domain/work/item.ts'
import { waitingFor } from '../../domain/work/progress.ts'
import { useT } from '../../i18n/use-t.ts'
import { ItemPicker } from '../../parts/item-picker.tsx'
import { Term } from '../../parts/term.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Plus, X } from '../../ui/icons.ts'
import styles from './card.module.css'
import { CardLink } from './card-link.tsx'
import { Section } from './section.tsx'

type CardBlockersProps = { readonly record: Item; readonly open: (key: string) => void }

/** The items that have to be done first, and those that wait for this one. */
export function CardBlockers({ record, open }: CardBlockersProps) {
  const t = useT('card')
  const run = useCommand()
  const blockers = useReading(view => record.blockedBy.filter(id => live(view, item, id)), [record])
  const waiting = useReading(view => waitingFor(view, record.id), [record.id])
  const remove = (blocker: string) => () => void run(removeBlocker, { item: record.id, blocker })
  return (
    <Section title={<Term of="waits">{t('blockedBy')}</Term>} name="blockers">
      {blockers.length > 0 && (
        <ul className={styles['links']}>
          {blockers.map(id => (
            <CardLink
              key={id}
              id={id}
              open={open}
              end={<IconButton icon={X} size="small" label={t('removeBlocker')} onClick={remove(id)} />}
            />
          ))}
        </ul>
      )}
      <AddBlocker record={record} />
      {waiting.length > 0 && (
        <>
          <h4 className={styles['note']}>{t('waiting')}</h4>
          <ul className={styles['links']}>
            {waiting.map(id => (
              <CardLink key={id} id={id} open={open} />
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

function AddBlocker({ record }: { readonly record: Item }) {
  const t = useT('card')
  const run = useCommand()
  const { records } = useWorkspace()
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const isFit = ({ id }: Item): boolean =>
    id !== record.id && !record.blockedBy.includes(id) && !allBlockersOf(records, id).includes(record.id)
  return (
    <>
      <button
        ref={setAnchor}
        type="button"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        className={styles['add']}
        onClick={() => setOpen(!isOpen)}
      >
        <Plus aria-hidden size={16} strokeWidth={1.75} />
        {t('addBlocker')}
      </button>
      {isOpen && anchor && (
        <ItemPicker
          anchor={anchor}
          label={t('addBlocker')}
          selected={[]}
          fits={isFit}
          onChange={([blocker]) => blocker !== undefined && void run(addBlocker, { item: record.id, blocker })}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
