import type { Category, LimitMode } from '../kanban/column.ts'
import type { ImpedimentState, Party, Severity } from '../impediments/impediment.ts'
import type { Role } from '../people/team-role.ts'
import type { Method } from '../people/team.ts'
import type { GoalOutcome, SprintState } from '../scrum/sprint.ts'
import type { Kind, Priority } from '../work/item.ts'
import type { Hue } from '../work/label.ts'

/** How the sample is written down: data with days relative to today, folded into changes by `sampleChanges`. */
export type SamplePerson = Readonly<{ ref: string; name: string }>
export type SampleLabel = Readonly<{ ref: string; name: string; hue: Hue }>

export type SampleColumn = Readonly<{
  name: string
  category: Category
  limit?: number
  limitMode?: LimitMode
  policy?: string
}>

/** Every two weeks, the sprint before the last one in the list runs since a week ago. */
export type SampleSprint = Readonly<{ name: string; goal: string; state: SprintState; goalOutcome?: GoalOutcome }>

export type SampleList = Readonly<{ title: string; lines: readonly string[]; ticked: number }>

export type SampleCard = Readonly<{
  /** By this name impediments and other cards speak of it. */
  ref?: string
  title: string
  kind?: Kind
  text?: string
  points?: number
  epic?: string
  labels?: readonly string[]
  people?: readonly string[]
  priority?: Priority
  /** Working days from today; negative: overdue. */
  due?: number
  criteria?: readonly string[]
  /** How many criteria are met; all of them once the card is done. */
  met?: number
  lists?: readonly SampleList[]
  /** What has to be done first. */
  after?: readonly string[]
  /** The sprints it was in, by their place in the list, the last one it is in now. */
  sprints?: readonly number[]
  /** The working day of its first sprint on which it came into that sprint; 0, its beginning, when left out. */
  joins?: number
  /** On which working day of its first sprint, from 0, it came into the second, third … column. */
  days?: readonly number[]
  /** Without sprints: how many working days ago it came into the first, second … column. */
  ago?: readonly number[]
  /** How many working days ago the team decided against it. */
  dropped?: number
}>

/** A step of an impediment; `ago` in working days. */
export type SampleStep = Readonly<{ ago: number; to: ImpedimentState; level?: number; reason?: string }>

export type SampleImpediment = Readonly<{
  title: string
  effect: string
  severity: Severity
  party: Party
  partyName?: string
  owner?: string
  nextStep?: string
  /** Working days from today. */
  due?: number
  escalate?: number
  helped?: string
  items?: readonly string[]
  /** How many working days ago it was reported. */
  ago: number
  steps: readonly SampleStep[]
}>

export type SampleTeam = Readonly<{
  name: string
  prefix: string
  method: Method
  sprintDays?: number
  members: readonly (readonly [person: string, role: Role])[]
  columns: readonly SampleColumn[]
  sprints: readonly SampleSprint[]
  /** Days each person can give to the running sprint. */
  availability: readonly (readonly [person: string, days: number])[]
  epics: readonly SampleCard[]
  cards: readonly SampleCard[]
  impediments: readonly SampleImpediment[]
}>
