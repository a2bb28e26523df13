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
