/** Long enough for the browser to have read the address; then the memory is given back. */
const keptFor = 60_000

/** Hands a text to the browser as a file to save. */
export const download = (text: string, name: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), keptFor)
}

/** A name that every file system takes. */
export const fileName = (...parts: readonly string[]): string =>
  parts
    .join('-')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
