import { useState, type ReactNode } from 'react'
import { addToSprint } from '../domain/scrum/sprint-scope.ts'
import { estimateItems, prioritiseItems, scheduleItems } from '../domain/work/edit-values.ts'
import { item, priorities, type Item } from '../domain/work/item.ts'
import { useT } from '../i18n/use-t.ts'
import { Button } from '../ui/button.tsx'
import { CalendarDays, Flag, Gauge, Repeat, Tag, Users, type IconType } from '../ui/icons.ts'
import { MenuButton } from '../ui/menu-button.tsx'
import { DuePopover } from './due-popover.tsx'
import { EstimatePopover } from './estimate-popover.tsx'
import { LabelPicker } from './label-picker.tsx'
import type { SelectionAct } from './offered-selection.ts'
import { PeoplePicker } from './people-picker.tsx'
import { useCommand } from './use-command.ts'
import { useOpenSprints } from './use-open-sprints.ts'
import { useQuietReading } from './use-quiet-reading.ts'
import { useRefusalText } from './use-refusal-text.ts'

type Items = { readonly items: readonly string[] }

/** Whether what is chosen from stands open, and how that changes. */
export type Opening = { readonly isOpen: boolean; readonly onOpen: (isOpen: boolean) => void }

/** Into each sprint that still takes cards; a Kanban team has none. */
export const useSprintWays = (items: readonly string[]): readonly SelectionAct[] => {
  const words = useT('work')
  const run = useCommand()
  return useOpenSprints().map(({ id, name }) => ({
    id,
    text: name,
    run: () =>
      run(addToSprint, { items, sprint: id }, { done: words('move.movedMany', { count: items.length, place: name }) }),
  }))
}

/** Takes the cards into a sprint that still takes some. */
export function SprintChoice({ sprints }: { readonly sprints: readonly SelectionAct[] }) {
  const t = useT('selection')
  if (sprints.length === 0) return null
  return (
    <MenuButton
      text={t('intoSprint')}
      label={t('intoSprint')}
      icon={Repeat}
      size="small"
      placement="top-start"
      entries={sprints.map(({ id, text, run }) => ({ id, text, onSelect: () => void run() }))}
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

export function PeopleChoice({ items, ...opening }: Items & Opening) {
  const words = useT('work')
  const common = useCommon(items, ({ people }) => people)
  return (
    <Choice {...opening} icon={Users} text={words('people')}>
      {props => <PeoplePicker {...props} items={items} selected={common} />}
    </Choice>
  )
}

export function LabelChoice({ items, ...opening }: Items & Opening) {
  const words = useT('work')
  const common = useCommon(items, ({ labels }) => labels)
  return (
    <Choice {...opening} icon={Tag} text={words('labels')}>
      {props => <LabelPicker {...props} items={items} selected={common} />}
    </Choice>
  )
}

export function EstimateChoice({ items, ...opening }: Items & Opening) {
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
    <Choice {...opening} icon={Gauge} text={words('estimate')}>
      {props => <EstimatePopover {...props} estimate={common ?? null} onChoose={estimateAll} />}
    </Choice>
  )
}

export function DueChoice({ items, ...opening }: Items & Opening) {
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
    <Choice {...opening} icon={CalendarDays} text={words('due')}>
      {props => <DuePopover {...props} due={common ?? null} mayClear={common !== null} onChoose={scheduleAll} />}
    </Choice>
  )
}

/** Each priority, the highest first, and which of them all of the cards have. */
export const usePriorities = (items: readonly string[]): readonly (SelectionAct & { readonly isCommon: boolean })[] => {
  const t = useT('selection')
  const words = useT('work')
  const run = useCommand()
  const common = useSame(items, ({ priority }) => priority)
  return priorities.toReversed().map(priority => ({
    id: priority,
    text: words(`priorities.${priority}`),
    isCommon: priority === common,
    run: () => run(prioritiseItems, { items, priority }, { done: t('prioritised', { count: items.length }) }),
  }))
}

export function PriorityChoice({ of }: { readonly of: ReturnType<typeof usePriorities> }) {
  const words = useT('work')
  return (
    <MenuButton
      text={words('priority')}
      label={words('priority')}
      icon={Flag}
      size="small"
      placement="top-start"
      entries={of.map(({ id, text, isCommon, run }) => ({ id, text, checked: isCommon, onSelect: () => void run() }))}
    />
  )
}

type ChoiceProps = Opening & {
  readonly icon: IconType
  readonly text: string
  readonly children: (props: { readonly anchor: HTMLElement; readonly onClose: () => void }) => ReactNode
}

/** A button and what opens over it. */
function Choice({ icon, text, isOpen, onOpen, children }: ChoiceProps) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null)
  return (
    <>
      <Button ref={setAnchor} size="small" icon={icon} aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        {text}
      </Button>
      {isOpen && anchor && children({ anchor, onClose: () => onOpen(false) })}
    </>
  )
}
