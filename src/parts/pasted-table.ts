/** A table on its way from where it was pasted to the screen that reads it. */
let waiting: string | undefined

export const handOverTable = (text: string): void => {
  waiting = text
}

export const handedOverTable = (): string | undefined => waiting

/** It was read: who comes back begins anew. */
export const dropHandedOverTable = (): void => {
  waiting = undefined
}
