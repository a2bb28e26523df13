/** What one call of the browser gives at most. */
const atOnce = 65_536

/** Bytes that take their full room on the disk: anything else would be stored compressed to nothing. */
export const noise = (size: number): Uint8Array => {
  const bytes = new Uint8Array(size)
  for (let at = 0; at < size; at += atOnce) crypto.getRandomValues(bytes.subarray(at, at + atOnce))
  return bytes
}
