/** Enough of an id to tell two devices apart. */
export const codeOfDevice = (id: string): string => id.slice(0, 4).toUpperCase()
