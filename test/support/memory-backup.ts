import { File as PlatformFile, type Blob as PlatformBlob } from 'node:buffer'
import { ok, refuse } from '../../src/domain/kernel/result.ts'
import type {
  Backup,
  BackupFile,
  BackupFinding,
  BackupState,
  ChoosingRefusal,
} from '../../src/workspace/backup-port.ts'

const none: BackupState = {
  supported: true,
  folder: undefined,
  last: undefined,
  trouble: undefined,
  changes: 0,
  isReminderDue: false,
}

/** What is put into the folder by a test, as the browser would list it. */
export const archiveFile = (name: string, contents: PlatformBlob | Blob, at = Date.now()): BackupFile => ({
  name,
  at,
  bytes: contents.size,
  sealed: !name.endsWith('.json'),
  // The one of the platform: that of jsdom cannot be read as a stream.
  open: async () => new PlatformFile([contents as PlatformBlob], name) as unknown as File,
})

/** A backup folder in memory that does what the screen asks, and writes it down. `fails`: what stands in the way of writing. */
export const memoryBackup = (start: Partial<BackupState> = {}) => {
  const asked: string[] = []
  const at = {
    state: { ...none, ...start },
    files: [] as BackupFile[],
    picked: undefined as ChoosingRefusal | undefined,
    fails: undefined as BackupFinding['because'] | undefined,
    renews: true,
  }
  const listeners = new Set<() => void>()
  const change = (part: Partial<BackupState>): void => {
    at.state = { ...at.state, ...part }
    for (const listener of listeners) listener()
  }
  const writable = (sealed: boolean) => ({ name: 'Netzlaufwerk', sealed, permission: 'granted' as const })
  const backup: Backup = {
    state: async () => at.state,
    choose: async seal => {
      asked.push(seal ? 'choose sealed' : 'choose')
      if (at.picked) return refuse(at.picked)
      change({ folder: writable(seal !== undefined) })
      return ok(at.state)
    },
    renew: async () => {
      asked.push('renew')
      if (at.renews && at.state.folder)
        change({ folder: { ...at.state.folder, permission: 'granted' }, trouble: undefined })
      return at.renews
    },
    reseal: async seal => {
      asked.push(seal ? 'seal' : 'unseal')
      change({ folder: writable(seal !== undefined) })
    },
    forget: async () => {
      asked.push('forget')
      change({ folder: undefined, trouble: undefined })
    },
    writeNow: async () => {
      asked.push('write')
      if (at.fails) {
        const trouble = { because: at.fails, detail: '' }
        if (at.fails !== 'notLeading') change({ trouble })
        return refuse(trouble)
      }
      const sealed = at.state.folder?.sealed ?? false
      const file = archiveFile(`Lotse Bauamt 2026-11-20.lotse${sealed ? '' : '.json'}`, new Blob(['{}']))
      at.files = [file, ...at.files]
      const made = { at: file.at, name: file.name, where: 'folder', bytes: file.bytes, sealed } as const
      change({ last: made, trouble: undefined, changes: 0 })
      return ok(made)
    },
    askFor: async () => void asked.push('ask'),
    noteDownload: async (bytes, name, sealed) => {
      asked.push('download')
      change({ last: { at: Date.now(), name, where: 'download', bytes, sealed }, changes: 0, isReminderDue: false })
    },
    onChange: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    list: async () => ok(at.files),
  }
  return { backup, asked, at }
}
