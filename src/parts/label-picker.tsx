import { records } from '../domain/kernel/view.ts'
import { createLabel } from '../domain/work/edit-label.ts'
import { labelItems, unlabelItems } from '../domain/work/edit-sets.ts'
import { hues, label } from '../domain/work/label.ts'
import { useT } from '../i18n/use-t.ts'
import { LabelDot } from '../ui/label-dot.tsx'
import { Picker } from '../ui/picker.tsx'
import { labelColour } from './label-dots.tsx'
import type { ItemsPickerProps } from './people-picker.tsx'
import { useCommand } from './use-command.ts'
import { useReading } from './use-reading.ts'

/** Chooses the labels of items; a word that is no label yet becomes one. */
export function LabelPicker({ anchor, items, selected, onClose }: ItemsPickerProps) {
  const t = useT('work')
  const run = useCommand()
  const labels = useReading(view => records(view, label, 'all', 'all'), [])
  /** What many cards have got is said: most of them are out of sight. */
  const saying = (name: string) => (items.length > 1 ? { done: t('labelledMany', { count: items.length, name }) } : {})
  const change = async (chosen: readonly string[]) => {
    const nameOf = (id: string) => labels.find(one => one.id === id)?.name ?? ''
    for (const id of chosen) if (!selected.includes(id)) await run(labelItems, { items, label: id }, saying(nameOf(id)))
    for (const id of selected) if (!chosen.includes(id)) await run(unlabelItems, { items, label: id })
  }
  const make = async (name: string) => {
    // Grey stays for labels that nobody has given a colour on purpose.
    const hue = hues[1 + (labels.length % (hues.length - 1))] ?? 'grey'
    await run(createLabel, { name, hue, items }, saying(name))
  }
  return (
    <Picker
      anchor={anchor}
      label={t('labels')}
      multiple
      options={labels.map(({ id, name, hue }) => ({
        id,
        text: name,
        mark: <LabelDot colour={labelColour(hue)} />,
      }))}
      selected={selected}
      onChange={chosen => void change(chosen)}
      create={{ text: name => t('makeLabel', { name }), run: name => void make(name) }}
      onClose={onClose}
    />
  )
}
