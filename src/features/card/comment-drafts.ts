/** What somebody has begun to write and not sent lasts as long as the tab, also over a reload for a new version. */
const keyOf = (workspace: string, item: string): string => `lotse:draft:${workspace}:${item}`

export const draftOf = (workspace: string, item: string): string => {
  try {
    return sessionStorage.getItem(keyOf(workspace, item)) ?? ''
  } catch {
    return ''
  }
}

/** Blanks alone are no draft. */
export const keepDraft = (workspace: string, item: string, text: string): void => {
  try {
    if (text.trim() === '') sessionStorage.removeItem(keyOf(workspace, item))
    else sessionStorage.setItem(keyOf(workspace, item), text)
  } catch {
    // Without storage the draft lasts as long as the field.
  }
}
