/** Chromium's word on the event that makes a database: `total` when it found the store broken and began a new one. */
type Upgrade = IDBVersionChangeEvent & { readonly dataLoss?: string }

let heard = false

/** Did the browser say, since this page was opened, that it has emptied its databases? Only the first one opened is told. */
export const heardDataLoss = (): boolean => heard

export type FactoryEars = Readonly<{
  /** The browser has closed the connection by itself, because the data were cleared for example. */
  onClosed?: () => void
  /** Native versions that Dexie must not open. */
  isNewer?: (version: number) => boolean
}>

/**
 * Dexie keeps the browser's events to itself; this lets one listen. And it would "repair" the schema of a newer app, raising its
 * version once more (seen): it does not get that far.
 */
export const listeningFactory = ({ onClosed, isNewer }: FactoryEars = {}) => ({
  open: (name: string, version?: number): IDBOpenDBRequest => {
    if (version !== undefined && isNewer?.(version)) throw new DOMException('a newer version is here', 'VersionError')
    const request = indexedDB.open(name, version)
    request.addEventListener('upgradeneeded', (event: Upgrade) => {
      heard ||= event.dataLoss === 'total'
    })
    request.addEventListener('success', () => {
      if (onClosed) request.result.addEventListener('close', () => setTimeout(onClosed))
    })
    return request
  },
  deleteDatabase: (name: string): IDBOpenDBRequest => indexedDB.deleteDatabase(name),
  databases: (): Promise<IDBDatabaseInfo[]> => indexedDB.databases(),
  cmp: (a: unknown, b: unknown): number => indexedDB.cmp(a, b),
})
