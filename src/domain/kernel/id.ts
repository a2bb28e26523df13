const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** Twelve random characters of 62: about 71 bits. In: 12 or more random bytes. Never derived from content, never sequential. */
export const idFrom = (bytes: Uint8Array): string => {
  let id = ''
  for (let index = 0; index < 12; index++) id += letters.charAt((bytes[index] ?? 0) % letters.length)
  return id
}

/** Characters of human keys: none that look alike (no 0 O, 1 I L, 5 S, 8 B, U V). */
export const keyLetters = '234679ACDEFGHJKMNPQRTWXYZ'

/** A human key like `DIG-7K3QX`: the team's prefix and random characters; one more than five when those are taken. */
export const humanKey = (prefix: string, jitter: () => number, isTaken: (key: string) => boolean): string => {
  for (let length = 5; ; length++) {
    for (let attempt = 0; attempt < 8; attempt++) {
      let tail = ''
      while (tail.length < length) tail += keyLetters.charAt(Math.floor(jitter() * keyLetters.length))
      const key = `${prefix}-${tail}`
      if (!isTaken(key)) return key
    }
  }
}
