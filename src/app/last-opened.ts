const keyOfAny = /^lotse:([0-9a-f]{64}):opened$/

/**
 * The workspace this browser opened last, as far as can be told without waiting. A guess that saves the first paint a wait: the list of
 * workspaces has the last word.
 */
export const lastOpened = (): string | undefined => {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
    const opened = keys.flatMap(key => {
      const id = keyOfAny.exec(key)?.[1]
      return id === undefined ? [] : [{ id, at: Number(localStorage.getItem(key)) }]
    })
    return opened.sort((one, other) => other.at - one.at)[0]?.id
  } catch {
    return undefined
  }
}

/** `at`: milliseconds UTC. The key begins like all that belongs to the workspace, so that it goes with it. */
export const rememberOpened = (workspace: string, at: number): void => {
  try {
    localStorage.setItem(`lotse:${workspace}:opened`, String(at))
  } catch {
    // Storage may be full or forbidden.
  }
}
