import { useState } from 'react'
import { checklist } from '../../domain/work/checklist.ts'
import { criteria } from '../../domain/work/check.ts'
import { canHaveParts } from '../../domain/work/family.ts'
import { longestTitle } from '../../domain/work/item.ts'
import { renameItem } from '../../domain/work/edit-text.ts'
import { useT } from '../../i18n/use-t.ts'
import { ItemProperties, type PropertyName } from '../../parts/item-properties/item-properties.tsx'
import { MoveDialog } from '../../parts/move-dialog.tsx'
import { useRequests } from '../../parts/requests.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useIds } from '../../parts/use-record.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import styles from './card.module.css'
import { CardBlockers } from './card-blockers.tsx'
import { CardComments } from './card-comments.tsx'
import { CardDescription } from './card-description.tsx'
import type { CardHeadProps } from './card-head.tsx'
import { CardHistory } from './card-history.tsx'
import { CardImpediments } from './card-impediments.tsx'
import { CardParts } from './card-parts.tsx'
import { CardReferences } from './card-references.tsx'
import { AddChecklist, Checklist, Criteria } from './checklists.tsx'
import { LeftNote } from './left-note.tsx'
import { useCardKeys } from './use-card-keys.ts'

type CardDetailProps = Pick<CardHeadProps, 'record' | 'neighbours' | 'open' | 'close'>

/** Everything a card holds, each thing edited where it stands. */
export function CardDetail({ record, neighbours, open }: CardDetailProps) {
  const t = useT('card')
  const save = useFieldCommand()
  const [property, setProperty] = useState<PropertyName>()
  const [isMoving, setMoving] = useState(false)
  const lists = useIds(checklist, 'item', record.id)
  const surface = useCardKeys({ neighbours, open, openProperty: setProperty, move: () => setMoving(true) })
  useRequests('property/', name => setProperty(name as PropertyName))
  const { id } = record
  return (
    <div ref={surface} tabIndex={-1} data-autofocus className={styles['detail']}>
      <LeftNote record={record} />
      <h2 className={styles['title']} data-section="title">
        <InlineEdit
          label={t('title')}
          value={record.title}
          required
          maxLength={longestTitle}
          onSave={title => save(renameItem, { item: id, title })}
        />
      </h2>
      <ItemProperties record={record} open={property} onOpen={setProperty} />
      <CardDescription record={record} />
      <Criteria item={id} list={criteria} />
      {lists.map((list, at) => (
        <Checklist key={list} item={id} list={list} before={lists[at - 1]} after={lists[at + 1]} />
      ))}
      <AddChecklist item={id} />
      <CardReferences item={id} />
      <CardBlockers record={record} open={open} />
      <CardImpediments record={record} />
      {canHaveParts(record.kind) && <CardParts record={record} open={open} />}
      <CardComments item={id} />
      <CardHistory record={record} />
      {isMoving && <MoveDialog items={[id]} onClose={() => setMoving(false)} />}
    </div>
  )
}
