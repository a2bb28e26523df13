import { person } from '../../domain/people/person.ts'
import { item } from '../../domain/work/item.ts'
import { label } from '../../domain/work/label.ts'
import { useT } from '../../i18n/use-t.ts'
import { useItemFilter } from '../use-item-filter.ts'
import { useRecord } from '../use-record.ts'

/** What a place is narrowed to, in words: paper cannot be asked what was left out. Nothing set is nothing said. */
export const useFilterWords = (place: string): string => {
  const t = useT('filter')
  const paper = useT('paper')
  const { filter } = useItemFilter(place)
  const text = filter.text.trim()
  const chosen = {
    person: useRecord(person, filter.person)?.name,
    label: useRecord(label, filter.label)?.name,
    epic: useRecord(item, filter.epic)?.title,
  }
  const named = (['person', 'label', 'epic'] as const).map(
    kind => filter[kind] !== undefined && `${t(kind)} ${chosen[kind] ?? t('unknown', { kind: t(kind) })}`,
  )
  const words = [
    text !== '' && paper('quoted', { text }),
    filter.mine && t('mine'),
    filter.blocked && t('blocked'),
    filter.overdue && t('overdue'),
    filter.changed && t('changed'),
    ...named,
  ]
  return words.filter(Boolean).join(', ')
}
