import { setParent } from '../../domain/work/edit-family.ts'
import { canHaveParts, parentRefusal } from '../../domain/work/family.ts'
import { useT } from '../../i18n/use-t.ts'
import { ItemPicker } from '../item-picker.tsx'
import { KindIcon } from '../kind-icon.tsx'
import { useCommand } from '../use-command.ts'
import { useWorkspace } from '../workspace-context.ts'
import styles from './item-properties.module.css'
import type { PropertyEditing } from './property-editing.ts'
import { keySign } from '../shortcuts.ts'
import { Property } from './property.tsx'

/** The epic or story this is a part of. */
export function ParentProperty({ record, values, open, onToggle }: PropertyEditing) {
  const t = useT('work')
  const run = useCommand()
  const { records } = useWorkspace()
  return (
    <Property
      label={t('partOf')}
      shortcut={keySign('card.parent')}
      placeholder={t('addParent')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => (
        <ItemPicker
          anchor={anchor}
          label={t('partOf')}
          selected={record.parent === null ? [] : [record.parent]}
          fits={other => canHaveParts(other.kind) && parentRefusal(records, record, other.id) === undefined}
          onChange={([parent = null]) => void run(setParent, { item: record.id, parent })}
          onClose={close}
        />
      )}
    >
      {values.parent === undefined || values.parentKind === undefined ? null : (
        <span className={styles['named']}>
          <KindIcon kind={values.parentKind} />
          <span>{values.parent}</span>
        </span>
      )}
    </Property>
  )
}
