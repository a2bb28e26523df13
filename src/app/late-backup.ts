import type { Backup } from '../workspace/backup-port.ts'

/** A backup that is fetched when something is asked of it. */
export const lateBackup = (fetched: () => Promise<Backup>): Backup => ({
  state: async () => (await fetched()).state(),
  choose: async seal => (await fetched()).choose(seal),
  renew: async () => (await fetched()).renew(),
  reseal: async seal => (await fetched()).reseal(seal),
  forget: async () => (await fetched()).forget(),
  writeNow: async () => (await fetched()).writeNow(),
  askFor: async () => (await fetched()).askFor(),
  noteDownload: async (bytes, name, sealed) => (await fetched()).noteDownload(bytes, name, sealed),
  onChange: listener => {
    let stop: (() => void) | undefined = () => undefined
    fetched().then(
      backup => stop && (stop = backup.onChange(listener)),
      () => undefined,
    )
    return () => {
      stop?.()
      stop = undefined
    }
  },
  list: async () => (await fetched()).list(),
})
