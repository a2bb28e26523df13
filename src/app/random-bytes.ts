const store = new Uint8Array(4096)
let used = store.length

/** Random bytes, each given out once. Fetched in store: an import asks the system fifty thousand times otherwise. At most 4,096. */
export const randomBytes = (count: number): Uint8Array<ArrayBuffer> => {
  if (used + count > store.length) {
    crypto.getRandomValues(store)
    used = 0
  }
  const taken = store.slice(used, used + count)
  store.fill(0, used, used + count)
  used += count
  return taken
}

const words = new Uint32Array(1024)
let next = words.length

/** A random number in [0, 1), from the same source. An import of 5,000 cards takes fifty thousand. */
export const randomFraction = (): number => {
  if (next === words.length) {
    crypto.getRandomValues(words)
    next = 0
  }
  return (words[next++] ?? 0) / 2 ** 32
}
