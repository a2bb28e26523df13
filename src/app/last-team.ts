/** Begins like all that belongs to the workspace, so that it goes with it. */
const key = (workspace: string): string => `lotse:${workspace}:last-team`

/** The team this device looked at last in a workspace. A comfort: without it the first team is taken. */
export const lastTeam = (workspace: string): string | undefined => {
  try {
    return localStorage.getItem(key(workspace)) ?? undefined
  } catch {
    return undefined
  }
}

export const rememberTeam = (workspace: string, team: string): void => {
  try {
    localStorage.setItem(key(workspace), team)
  } catch {
    // Storage may be full or forbidden.
  }
}
