let expected: string | undefined

/** A team was founded just now: its board opens with the cursor in the first card. */
export const expectFirstCard = (team: string): void => {
  expected = team
}

/** Asked once by the board; true for the first look at a team that was founded just now. */
export const takeFirstCard = (team: string): boolean => {
  const isExpected = expected === team
  // Strict rendering asks twice; a moment later it is no longer the first look.
  if (isExpected) setTimeout(() => (expected = undefined))
  return isExpected
}
