import type { Answered, RequestName } from './next-request.ts'

const askedKey = 'lotse:asked'
const answeredKey = 'lotse:answered'
const firstKey = 'lotse:first-day'

const read = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const write = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Without storage there is nothing to ask for either.
  }
}

/** Lotse asks for something (lasting storage, a backup, installing) at most once a day, one thing at a time. */
export const mayAsk = (today: string): boolean => read(askedKey) !== today

export const rememberAsked = (today: string): void => write(askedKey, today)

/** The days on which requests were closed, by name. What cannot be read counts as none. */
export const answered = (): Answered => {
  try {
    const value: unknown = JSON.parse(read(answeredKey) ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

export const rememberAnswered = (request: RequestName, today: string): void =>
  write(answeredKey, JSON.stringify({ ...answered(), [request]: today }))

/** The day on which Lotse was first seen here: `today` when it is the first. */
export const firstDay = (today: string): string => {
  const known = read(firstKey)
  if (known === null) write(firstKey, today)
  return known ?? today
}
