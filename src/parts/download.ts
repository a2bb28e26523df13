/** Long enough for the browser to have read the address; then the memory is given back. */
const keptFor = 60_000

/** Hands a text or a file to the browser to save. */
export const download = (contents: string | Blob, name: string, type: string): void => {
  const address = URL.createObjectURL(new Blob([contents], { type }))
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
