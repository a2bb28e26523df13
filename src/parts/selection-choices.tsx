import { useState, type ReactNode } from 'react'
import { addToSprint } from '../domain/scrum/sprint-scope.ts'
import type { Sprint } from '../domain/scrum/sprint.ts'
import { estimateItems, prioritiseItems, scheduleItems } from '../domain/work/edit-values.ts'
import { item, priorities, type Item, type Priority } from '../domain/work/item.ts'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { CalendarDays, Flag, Gauge, Repeat, Tag, Users, type IconType } from '../ui/icons.ts'
import { MenuButton } from '../ui/menu-button.tsx'
import { DuePopover } from './due-popover.tsx'
import { EstimatePopover } from './estimate-popover.tsx'
import { LabelPicker } from './label-picker.tsx'
import { PeoplePicker } from './people-picker.tsx'
import { useCommand } from './use-command.ts'
import { useOpenSprints } from './use-open-sprints.ts'
import { useQuietReading } from './use-quiet-reading.ts'
import { useRefusalText } from './use-refusal-text.ts'

type Items = { readonly items: readonly string[] }

/** Takes the cards into a sprint that still takes some; a Kanban team has none. */
export function SprintChoice({ items }: Items) {
  const t = useT('selection')
  const words = useT('work')
  const run = useCommand()
  const sprints = useOpenSprints()
  if (sprints.length === 0) return null
  const into = ({ id, name }: Sprint) =>
    run(addToSprint, { items, sprint: id }, { done: words('move.movedMany', { count: items.length, place: name }) })
  return (
    <MenuButton
      text={t('intoSprint')}
      label={t('intoSprint')}
      icon={Repeat}
      size="small"
      placement="top-start"
      entries={() => sprints.map(sprint => ({ id: sprint.id, text: sprint.name, onSelect: () => void into(sprint) }))}
    />
  )
}

/** What all of the cards have of a list. */
const useCommon = (items: readonly string[], listOf: (record: Item) => readonly string[]): readonly string[] =>
  useQuietReading(
    item,
    view => {
      const [first = [], ...rest] = items.map(id => new Set(view.get(item, id) && listOf(view.get(item, id) as Item)))
      return [...first].filter(id => rest.every(list => list.has(id)))
    },
    [items],
  )

/** The value all of the cards have; undefined where they differ. */
const useSame = <Value,>(items: readonly string[], valueOf: (record: Item) => Value): Value | undefined =>
  useQuietReading(
    item,
    view => {
      const values = new Set(items.flatMap(id => view.get(item, id) ?? []).map(valueOf))
      return values.size === 1 ? [...values][0] : undefined
    },
    [items],
  )

export function PeopleChoice({ items }: Items) {
  const words = useT('work')
  const common = useCommon(items, ({ people }) => people)
  return (
    <Choice icon={Users} text={words('people')}>
      {props => <PeoplePicker {...props} items={items} selected={common} />}
    </Choice>
  )
}

export function LabelChoice({ items }: Items) {
  const words = useT('work')
  const common = useCommon(items, ({ labels }) => labels)
  return (
    <Choice icon={Tag} text={words('labels')}>
      {props => <LabelPicker {...props} items={items} selected={common} />}
    </Choice>
  )
}

export function EstimateChoice({ items }: Items) {
  const t = useT('selection')
  const words = useT('work')
  const run = useCommand()
  const textOf = useRefusalText()
  const common = useSame(items, ({ estimate }) => estimate)
  const estimateAll = async (estimate: number | null) => {
    const result = await run(estimateItems, { items, estimate }, { done: t('estimated', { count: items.length }) })
    return result.ok ? undefined : textOf(result.refusal)
  }
  return (
    <Choice icon={Gauge} text={words('estimate')}>
      {props => <EstimatePopover {...props} estimate={common ?? null} onChoose={estimateAll} />}
    </Choice>
  )
}

export function DueChoice({ items }: Items) {
  const t = useT('selection')
  const words = useT('work')
  const run = useCommand()
  const textOf = useRefusalText()
  const common = useSame(items, ({ due }) => due)
  const scheduleAll = async (due: string | null) => {
    const result = await run(scheduleItems, { items, due }, { done: t('scheduled', { count: items.length }) })
    return result.ok ? undefined : textOf(result.refusal)
  }
  return (
    <Choice icon={CalendarDays} text={words('due')}>
      {props => <DuePopover {...props} due={common ?? null} mayClear={common !== null} onChoose={scheduleAll} />}
    </Choice>
  )
}

export function PriorityChoice({ items }: Items) {
  const t = useT('selection')
  const words = useT('work')
  const run = useCommand()
  const common = useSame(items, ({ priority }) => priority)
  const set = (priority: Priority) =>
    run(prioritiseItems, { items, priority }, { done: t('prioritised', { count: items.length }) })
  return (
    <MenuButton
      text={words('priority')}
      label={words('priority')}
      icon={Flag}
      size="small"
      placement="top-start"
      entries={() =>
        priorities.toReversed().map(priority => ({
          id: priority,
          text: words(`priorities.${priority}`),
          checked: priority === common,
          onSelect: () => void set(priority),
        }))
      }
    />
  )
}

type ChoiceProps = {
  readonly icon: IconType
  readonly text: string
  readonly children: (props: { readonly anchor: HTMLElement; readonly onClose: () => void }) => ReactNode
}

/** A button and what opens over it. */
function Choice({ icon, text, children }: ChoiceProps) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button ref={setAnchor} size="small" icon={icon} aria-expanded={open} onClick={() => setOpen(!open)}>
        {text}
      </Button>
      {open && anchor && children({ anchor, onClose: () => setOpen(false) })}
    </>
  )
}
