import { column, type Category } from '../kanban/column.ts'
import { boardColumns } from '../kanban/home.ts'
import { records, type View } from '../kernel/view.ts'
import { documentOfTeam, type Team } from '../people/team.ts'
import type { Hue } from '../work/label.ts'
import { finishedColumn, type ImportPlan, type PlanColumn } from './plan.ts'

/** Where the cards of one list go. */
export type ColumnChoice =
  | Readonly<{ to: 'column'; column: string }>
  | Readonly<{ to: 'new'; name: string; category: Category }>
  | Readonly<{ to: 'backlog' }>
  | Readonly<{ to: 'nowhere' }>

export type ImportChoices = Readonly<{
  /** By the column's source. What is not named goes to the backlog. */
  columns: ReadonlyMap<string, ColumnChoice>
  /** Cards that are put away where they come from: not brought along, or laid into the bin. */
  archived: 'leaveOut' | 'bin'
  /** How a label without a name is called. */
  hueWords: Readonly<Record<Hue, string>>
}>

// Words that boards in German and English use for the three categories.
const done =
  /^(done|erledigt|fertig|abgeschlossen|closed|resolved|gelöst|geschlossen|released|live|completed?|umgesetzt|finished|beendet)\b/i
const doing =
  /\b(doing|in progress|progress|in arbeit|in bearbeitung|wip|review|prüfung|test(ing)?|qa|läuft|laufend|umsetzung|warten|wartet|waiting|blocked|blockiert)\b/i
const open =
  /\b(to ?-?do|backlog|offen|open|neu|new|ideen?|ideas?|bereit|ready|geplant|planned|eingang|inbox|später|later|selected|vorrat)\b/i

const categoryOfName = (name: string): Category | undefined => {
  if (done.test(name.trim())) return 'done'
  if (doing.test(name)) return 'doing'
  return open.test(name) ? 'open' : undefined
}

/** Guesses what lists mean, from their names, else from their order: first open, last done, the rest between. Index by index. */
export const guessCategories = (names: readonly string[]): readonly Category[] => {
  const named = names.map(categoryOfName)
  return named.map((category, index) => {
    if (category) return category
    if (index === 0) return 'open'
    return index === names.length - 1 && !named.includes('done') ? 'done' : 'doing'
  })
}

const sameName = (one: string, other: string): boolean =>
  one.trim().toLocaleLowerCase('de') === other.trim().toLocaleLowerCase('de')

const finishedChoice = (view: View, team: Team): ColumnChoice => {
  const found = boardColumns(view, team).find(id => view.get(column, id)?.category === 'done')
  return found === undefined ? { to: 'backlog' } : { to: 'column', column: found }
}

/**
 * Proposes where lists go: archived ones nowhere; to the column that came from them, or has their name; what is open to the backlog
 * of a Scrum team, since its sprint is planned from there; otherwise to a new column of that name.
 */
export const proposeChoices = (
  view: View,
  team: Team,
  plan: ImportPlan,
  hueWords: ImportChoices['hueWords'],
): ImportChoices => {
  const existing = records(view, column, 'document', documentOfTeam(team))
  const lists = plan.columns.filter(({ isArchived, source }) => !isArchived && source !== finishedColumn)
  const guesses = guessCategories(lists.map(({ name }) => name))
  const choose = (list: PlanColumn): ColumnChoice => {
    if (list.source === finishedColumn) return finishedChoice(view, team)
    if (list.isArchived) return { to: 'nowhere' }
    const known =
      existing.find(({ source }) => source === list.source) ?? existing.find(({ name }) => sameName(name, list.name))
    if (known) return { to: 'column', column: known.id }
    const category = list.category ?? (guesses[lists.indexOf(list)] as Category)
    return category === 'open' && team.method === 'scrum' ? { to: 'backlog' } : { to: 'new', name: list.name, category }
  }
  return { columns: new Map(plan.columns.map(list => [list.source, choose(list)])), archived: 'leaveOut', hueWords }
}
