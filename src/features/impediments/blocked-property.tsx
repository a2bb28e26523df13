import type { Impediment } from '../../domain/impediments/impediment.ts'
import { attachItems, detachItems } from '../../domain/impediments/report-impediment.ts'
import { live } from '../../domain/kernel/view.ts'
import { item } from '../../domain/work/item.ts'
import { useT } from '../../i18n/use-t.ts'
import { ItemPicker } from '../../parts/item-picker.tsx'
import { Property } from '../../parts/item-properties/property.tsx'
import { ShownKey } from '../../parts/shown-key.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import styles from './impediment-panel.module.css'

type BlockedPropertyProps = {
  readonly record: Impediment
  readonly open: boolean
  readonly onToggle: (open: boolean) => void
}

/** The cards it holds up. */
export function BlockedProperty({ record, open, onToggle }: BlockedPropertyProps) {
  const t = useT('impediments')
  const run = useCommand()
  const { id: impediment, items } = record
  const cards = useReading(view => items.flatMap(id => live(view, item, id) ?? []), [items])
  const change = async (chosen: readonly string[]) => {
    const added = chosen.filter(id => !items.includes(id))
    const removed = items.filter(id => !chosen.includes(id))
    if (added.length > 0) await run(attachItems, { impediment, items: added })
    if (removed.length > 0) await run(detachItems, { impediment, items: removed })
  }
  return (
    <Property
      label={t('fields.items')}
      placeholder={t('add.items')}
      open={open}
      onToggle={onToggle}
      renderEditor={(anchor, close) => (
        <ItemPicker
          anchor={anchor}
          label={t('fields.items')}
          multiple
          fits={() => true}
          selected={items}
          onChange={chosen => void change(chosen)}
          onClose={close}
        />
      )}
    >
      {cards.length === 0
        ? null
        : cards.map(({ id, title }) => (
            <span key={id} className={styles['card']}>
              <span className={styles['key']}>
                <ShownKey id={id} />
              </span>{' '}
              {title}
            </span>
          ))}
    </Property>
  )
}
