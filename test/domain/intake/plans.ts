import type { ImportChoices } from '../../../src/domain/intake/choices.ts'
import type { ImportPlan, PlanItem } from '../../../src/domain/intake/plan.ts'

/** A planned card: a plain task in the list "Offen", unless said otherwise. */
export const planned = (title: string, values: Partial<PlanItem> = {}): PlanItem => ({
  source: `trello:${title}`,
  sourceKey: '',
  row: 1,
  kind: 'task',
  title,
  description: '',
  estimate: null,
  priority: 'medium',
  due: null,
  column: 'offen',
  people: [],
  labels: [],
  parent: null,
  blockedBy: [],
  criteria: [],
  checklists: [],
  comments: [],
  links: [],
  createdAt: null,
  arrivedAt: null,
  dates: 'unknown',
  isArchived: false,
  ...values,
})

export const list = (source: string, name: string, isArchived = false) => ({ source, name, isArchived })

export const planOf = (items: readonly PlanItem[], values: Partial<ImportPlan> = {}): ImportPlan => ({
  name: 'Bauamt digital',
  kind: 'trello',
  columns: [list('offen', 'Offen'), list('arbeit', 'In Arbeit'), list('fertig', 'Fertig')],
  people: [],
  labels: [],
  items,
  findings: [],
  losses: [],
  ...values,
})

export const hueWords: ImportChoices['hueWords'] = {
  grey: 'Grau',
  blue: 'Blau',
  teal: 'Türkis',
  green: 'Grün',
  yellow: 'Gelb',
  orange: 'Orange',
  red: 'Rot',
  purple: 'Violett',
}
