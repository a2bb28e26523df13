/** When something is done about a store; milliseconds and bytes. */
export type StoreHabits = Readonly<{
  /** Between two looks, give or take. */
  lookEvery: number
  lookSpread: number
  /** After something was saved: what comes together lies in one file. */
  writeAfter: number
  /** Until entries are laid down for a device that does not do it itself. */
  forwardAfter: number
  /** Until a file that could not be understood is read again; doubled each time. */
  retryAfter: number
  longestRetry: number
  /** So many small own files of a document become one. */
  mergeAt: number
  mergeBelow: number
  /** Bytes that are read before they are looked at. */
  roundBytes: number
}>

export const usualStoreHabits: StoreHabits = {
  lookEvery: 5_000,
  lookSpread: 2_000,
  writeAfter: 1_000,
  forwardAfter: 60_000,
  retryAfter: 5_000,
  longestRetry: 600_000,
  mergeAt: 32,
  mergeBelow: 512 * 1024,
  roundBytes: 16 * 1024 * 1024,
}
