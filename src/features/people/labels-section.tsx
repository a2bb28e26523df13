import { useRef } from 'react'
import { records } from '../../domain/kernel/view.ts'
import { deleteLabel, editLabel } from '../../domain/work/edit-label.ts'
import { hues, label as labelRecord, longestLabel, type Label } from '../../domain/work/label.ts'
import { useT } from '../../i18n/use-t.ts'
import { labelColour } from '../../parts/label-dots.tsx'
import { useCommand } from '../../parts/use-command.ts'
import { useFieldCommand } from '../../parts/use-field-command.ts'
import { useReading } from '../../parts/use-reading.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Palette, Trash2 } from '../../ui/icons.ts'
import { InlineEdit } from '../../ui/inline-edit.tsx'
import { LabelDot } from '../../ui/label-dot.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import styles from './people.module.css'

/** The labels of the whole workspace: each gets another name or colour, or goes. They are made on cards. */
export function LabelsSection() {
  const t = useT('people')
  const labels = useReading(view => records(view, labelRecord, 'all', 'all'), [])
  const list = useRef<HTMLUListElement>(null)
  if (labels.length === 0) return null
  // The row is gone and the focus with it; the list takes it.
  const onDeleted = () => requestAnimationFrame(() => list.current?.focus())
  return (
    <section className={styles['part']} aria-labelledby="labels-heading">
      <h2 id="labels-heading">{t('labels')}</h2>
      <p className={styles['quiet']}>{t('labelsText')}</p>
      <ul ref={list} tabIndex={-1} className={styles['rows']}>
        {labels.map(record => (
          <LabelRow key={record.id} record={record} onDeleted={onDeleted} />
        ))}
      </ul>
    </section>
  )
}

type LabelRowProps = { readonly record: Label; readonly onDeleted: () => void }

function LabelRow({ record: { id, name, hue }, onDeleted }: LabelRowProps) {
  const t = useT('people')
  const words = useT('files')
  const run = useCommand()
  const save = useFieldCommand()
  const remove = async () => {
    const result = await run(deleteLabel, { label: id }, { done: t('labelDeleted', { name }) })
    if (result.ok) onDeleted()
  }
  return (
    <li className={classNames(styles['row'], styles['labelRow'])} data-label={id}>
      <LabelDot colour={labelColour(hue)} />
      <div className={styles['name']}>
        <InlineEdit
          label={t('labelName')}
          value={name}
          required
          maxLength={longestLabel}
          onSave={text => save(editLabel, { label: id, name: text })}
        />
      </div>
      <MenuButton
        icon={Palette}
        size="small"
        label={t('hueOf', { name, hue: words(`hues.${hue}`) })}
        placement="bottom-end"
        entries={hues.map(other => ({
          id: other,
          text: words(`hues.${other}`),
          checked: other === hue,
          onSelect: () => void run(editLabel, { label: id, hue: other }),
        }))}
      />
      <IconButton icon={Trash2} size="small" label={t('deleteLabel', { name })} onClick={() => void remove()} />
    </li>
  )
}
