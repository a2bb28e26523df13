const putOffKey = 'lotse:backup-put-off'

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
    // Then it is quiet as long as the window stays open.
  }
}

/** The day on which the notice was put off last. */
export const wasPutOffOn = (): string | null => read(putOffKey)
export const putOffUntilTomorrow = (today: string): void => write(putOffKey, today)
