import type { Messages } from '../../i18n/messages.ts'

export type PageName = keyof Messages['help']['pages']
export type SectionName = keyof Messages['help']['sections']

/** Every page with its sections, in reading order. */
export const pages = {
  steps: ['stepsTeam', 'stepsCards', 'stepsBoard', 'stepsSprint', 'stepsImpediments', 'stepsBackup'],
  glossary: [],
  shortcuts: ['shortcutsKeys'],
  privacy: ['privacyPlace', 'privacyReaders', 'privacyWay', 'privacyDeleting', 'privacyLimits'],
  council: ['councilNever', 'councilData', 'councilRest'],
  it: ['itNeeds', 'itNoForeign', 'itHosting', 'itHeaders', 'itServers', 'itEdge'],
  statement: ['statementForm'],
  easy: ['easyWhat', 'easyCards', 'easyProblem', 'easySafe', 'easyHelp'],
} as const satisfies Readonly<Record<PageName, readonly SectionName[]>>

export const pageNames = Object.keys(pages) as readonly PageName[]

export const isPage = (name: string): name is PageName => Object.hasOwn(pages, name)

/** Without `#`. */
export const helpAddress = (page: PageName, section?: string): string =>
  section === undefined ? `/help/${page}` : `/help/${page}/${section}`
