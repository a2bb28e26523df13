import { teamAddress } from '../../parts/addresses.ts'

export const sprintTabs = ['planning', 'running', 'past'] as const
export type SprintTab = (typeof sprintTabs)[number]

export const sprintTabAddress = (team: string, tab: SprintTab): string => teamAddress(team, `sprint/${tab}`)
export const pastSprintAddress = (team: string, sprint: string): string =>
  `${sprintTabAddress(team, 'past')}/${encodeURIComponent(sprint)}`
