import { categories, type Category } from '../kanban/column.ts'
import type { View } from '../kernel/view.ts'
import type { Method, Team } from '../people/team.ts'
import { proposeChoices, type ImportChoices } from './choices.ts'
import { finishedColumn, type ImportPlan } from './plan.ts'

type Named = Readonly<{ name: string; category: Category }>

/**
 * The columns a team is founded with when it begins with an import: the lists that come along, in the order open, doing, done. A
 * Scrum team needs a first column for its sprints beside them; without lists the usual ones do.
 */
export const firstColumns = ({ columns }: ImportChoices, method: Method, usual: readonly Named[]): readonly Named[] => {
  const chosen = [...columns.values()].flatMap(choice =>
    choice.to === 'new' ? [{ name: choice.name, category: choice.category }] : [],
  )
  if (chosen.length === 0) return usual
  const named = [...new Map(chosen.map(one => [one.name, one])).values()]
  const needsOpen = method === 'scrum' && !named.some(({ category }) => category === 'open')
  const all = needsOpen ? [...usual.filter(({ category }) => category === 'open'), ...named] : named
  return categories.flatMap(category => all.filter(one => one.category === category))
}

/** The same choices once the team is there: what was to become a new column goes to the one that was founded for it. */
export const settleChoices = (view: View, team: Team, plan: ImportPlan, choices: ImportChoices): ImportChoices => {
  const proposed = proposeChoices(view, team, plan, choices.hueWords).columns
  const settled = [...choices.columns].map(([source, choice]) => {
    const isOpen = choice.to === 'new' || source === finishedColumn
    return [source, isOpen ? (proposed.get(source) ?? choice) : choice] as const
  })
  return { ...choices, columns: new Map(settled) }
}
