const key = 'lotse:asked'

/** Lotse asks for something (lasting storage, a backup, installing) at most once a day, one thing at a time. */
export const mayAsk = (today: string): boolean => {
  try {
    return localStorage.getItem(key) !== today
  } catch {
    return false
  }
}

export const rememberAsked = (today: string): void => {
  try {
    localStorage.setItem(key, today)
  } catch {
    // Without storage there is nothing to ask for either.
  }
}
