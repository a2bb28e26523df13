import { changeKind } from '../../domain/work/edit-family.ts'
import { prioritiseItems } from '../../domain/work/edit-values.ts'
import { kinds, priorities, type Kind } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { LazyMenu } from '../../ui/lazy-menu.tsx'
import { KindIcon, kindIcons } from '../kind-icon.tsx'
import type { TermName } from '../terms.ts'
import { useCommand } from '../use-command.ts'
import styles from './item-properties.module.css'
import type { PropertyEditing } from './property-editing.ts'
import { keySign } from '../shortcuts.ts'
import { Property } from './property.tsx'

/** A task and a bug are what everybody takes them for. */
const explained = (kind: Kind): TermName | undefined => (kind === 'task' || kind === 'bug' ? undefined : kind)

/** Epic, story, task, bug or spike. */
export function KindProperty({ record, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  const run = useCommand()
  const entries = kinds.map(kind => ({
    id: kind,
    text: t(`kinds.${kind}`),
    icon: kindIcons[kind],
    checked: kind === record.kind,
    onSelect: () => void run(changeKind, { item: record.id, kind }),
  }))
  return (
    <Property
      label={t('kind')}
      term={explained(record.kind)}
      shortcut={keySign('card.kind')}
      placeholder={t('kind')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => <LazyMenu {...{ anchor, entries }} label={t('kind')} onClose={close} />}
    >
      <span className={styles['named']}>
        <KindIcon kind={record.kind} />
        {t(`kinds.${record.kind}`)}
      </span>
    </Property>
  )
}

export function PriorityProperty({ record, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  const run = useCommand()
  const entries = priorities.toReversed().map(priority => ({
    id: priority,
    text: t(`priorities.${priority}`),
    checked: priority === record.priority,
    onSelect: () => void run(prioritiseItems, { items: [record.id], priority }),
  }))
  return (
    <Property
      label={t('priority')}
      term="priority"
      shortcut={keySign('card.priority')}
      placeholder={t('priority')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => <LazyMenu {...{ anchor, entries }} label={t('priority')} onClose={close} />}
    >
      {t(`priorities.${record.priority}`)}
    </Property>
  )
}
