import type { Item } from '../../domain/work/item.ts'
import { useReading } from '../use-reading.ts'
import { useTeam } from '../use-team.ts'
import { KindProperty, PriorityProperty } from './choice-properties.tsx'
import styles from './item-properties.module.css'
import { ParentProperty } from './parent-property.tsx'
import { PlaceProperty } from './place-property.tsx'
import { readProperties } from './read-properties.ts'
import { LabelsProperty, PeopleProperty } from './set-properties.tsx'
import { SprintProperty } from './sprint-property.tsx'
import { DueProperty, EstimateProperty } from './value-properties.tsx'

export type PropertyName =
  'place' | 'sprint' | 'people' | 'estimate' | 'due' | 'priority' | 'labels' | 'parent' | 'kind'

export type ItemPropertiesProps = {
  readonly record: Item
  /** The property whose editor is open; the owner keeps it, because keys open them too. */
  readonly open: PropertyName | undefined
  readonly onOpen: (name: PropertyName | undefined) => void
}

/** All properties of an item, each edited in place. */
export function ItemProperties({ record, open, onOpen }: ItemPropertiesProps) {
  const team = useTeam()
  const values = useReading(view => readProperties(view, team, record), [team, record])
  const editing = (name: PropertyName) => ({
    record,
    values,
    open: open === name,
    onToggle: (wanted: boolean) => onOpen(wanted ? name : undefined),
  })
  const isEpic = record.kind === 'epic'
  const hasSprint = !isEpic && (team.method === 'scrum' || record.sprint !== null)
  return (
    <div className={styles['properties']}>
      <PlaceProperty {...editing('place')} />
      {hasSprint && <SprintProperty {...editing('sprint')} />}
      <PeopleProperty {...editing('people')} />
      <EstimateProperty {...editing('estimate')} />
      <DueProperty {...editing('due')} />
      <PriorityProperty {...editing('priority')} />
      <LabelsProperty {...editing('labels')} />
      {!isEpic && <ParentProperty {...editing('parent')} />}
      <KindProperty {...editing('kind')} />
    </div>
  )
}
