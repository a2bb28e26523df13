import { daysBetween } from '../../i18n/format.ts'

/** What Lotse asks for, the most important first: keep the data for good, a folder for backups, become an app. */
export const requestNames = ['persist', 'backup', 'install'] as const
export type RequestName = (typeof requestNames)[number]

/** `YYYY-MM-DD` on which a request was closed without a yes. */
export type Answered = { readonly [Name in RequestName]?: string }

export type RequestFacts = Readonly<{
  today: string
  firstDay: string
  cards: number
  /** A sprint has been started at some time. */
  hasSprint: boolean
  /** The browser has promised to keep the data. */
  isPersisted: boolean
  /** A folder could be written, and none is chosen. */
  lacksFolder: boolean
  /** The app can be installed and is not. */
  isInstallable: boolean
  answered: Answered
}>

/** Before the third card there is little to lose, and nobody knows yet whether they will stay. */
const cardsToKeep = 3
const cardsToBackUp = 20
/** Days until a request that was closed may come again. To become an app is asked once; the settings have it for good. */
const rest: Readonly<Record<RequestName, number>> = { persist: 7, backup: 30, install: Infinity }

/** What may be asked for now, if anything: one thing, and only once there is a reason for it. */
export const nextRequest = (facts: RequestFacts): RequestName | undefined => {
  const { today, firstDay, cards, hasSprint, isPersisted, lacksFolder, isInstallable, answered } = facts
  const isDue: Readonly<Record<RequestName, boolean>> = {
    persist: !isPersisted && cards >= cardsToKeep,
    backup: lacksFolder && (hasSprint || cards >= cardsToBackUp),
    install: isInstallable && firstDay < today,
  }
  return requestNames.find(name => {
    const day = answered[name]
    return isDue[name] && (day === undefined || daysBetween(day, today) >= rest[name])
  })
}
