/** A value that screens read with useSyncExternalStore. */
export type Status<Value> = Readonly<{
  get: () => Value
  subscribe: (listener: () => void) => () => void
}>

export const createStatus = <Value extends object>(
  initial: Value,
): Status<Value> & { readonly set: (part: Partial<Value>) => void } => {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    set: part => {
      value = { ...value, ...part }
      for (const listener of listeners) listener()
    },
  }
}
