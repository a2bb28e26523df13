/** A table on its way from where it was pasted to the screen that reads it. It is taken once. */
let waiting: string | undefined

export const handOverTable = (text: string): void => {
  waiting = text
}

export const takeHandedOverTable = (): string | undefined => {
  const text = waiting
  waiting = undefined
  return text
}
