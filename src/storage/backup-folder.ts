import { officeDay } from '../domain/calendar/office-day.ts'
import { ok, refuse, type Result } from '../domain/kernel/result.ts'
import { membershipDocument } from '../journal/header.ts'
import type { BackupFile, BackupFinding, BackupMade, BackupState } from '../workspace/backup-port.ts'
import type { ArchiveSeal } from '../workspace/exchange-port.ts'
import {
  archivesIn,
  backupName,
  findingOf,
  isThere,
  permissionOf,
  placeFile,
  removeFile,
  type FolderHandle,
} from './backup-files.ts'
import type { WorkspaceDatabase } from './database.ts'

const kept = 14
const reminderAfter = 7 * 86_400_000
const reminderChanges = 50

type Chosen = Readonly<{ folder: FolderHandle; seal: ArchiveSeal | undefined }>

/** What is remembered. `entries`: how many the journal had; `own`: names of files this device has written, oldest first. */
type Memory = Readonly<{
  since: number
  last?: BackupMade & Readonly<{ entries: number }>
  trouble?: BackupFinding
  asked?: boolean
  own: readonly string[]
}>

const keys = { chosen: 'backup:folder', memory: 'backup:memory' } as const

type Parts = Readonly<{
  database: WorkspaceDatabase
  /** Only the leader writes. */
  tabs: Readonly<{ leading: boolean }>
  now: () => number
}>

/** Whether the person is to be reminded of a download. `at`: of the last backup, or since when there is something to back up. */
export const isReminderDue = ({ changes, at, now }: Readonly<{ changes: number; at: number; now: number }>): boolean =>
  changes >= reminderChanges || (changes > 0 && now - at >= reminderAfter)

/** A folder outside the browser that holds dated archives. Its handle lives in the workspace's database and goes with it. */
export class BackupFolder {
  private readonly parts: Parts
  private readonly listeners = new Set<() => void>()

  constructor(parts: Parts) {
    this.parts = parts
  }

  /** Calls back whenever something of the state has changed in this tab. Out: ends it. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** From now on archives go there. In another folder, names this device has written before belong to somebody else. */
  async use(folder: FolderHandle, seal: ArchiveSeal | undefined): Promise<void> {
    const former = await this.chosen()
    const isSame = (await former?.folder.isSameEntry(folder).catch(() => false)) ?? false
    await this.parts.database.settings.put({ id: keys.chosen, value: { folder, seal } satisfies Chosen })
    await this.remember({ trouble: undefined, asked: true, ...(isSame ? {} : { own: [] }) })
  }

  /** Another seal for the same folder. Asks for an archive under it. */
  async reseal(seal: ArchiveSeal | undefined): Promise<void> {
    const chosen = await this.chosen()
    if (!chosen) return
    await this.parts.database.settings.put({ id: keys.chosen, value: { ...chosen, seal } satisfies Chosen })
    await this.remember({ asked: true })
  }

  async forget(): Promise<void> {
    await this.parts.database.settings.delete(keys.chosen)
    await this.remember({ trouble: undefined, asked: false })
  }

  /** Only in a click. Out: whether the folder may be written. */
  async renew(): Promise<boolean> {
    const folder = (await this.chosen())?.folder
    if (!folder) return false
    const answer = (await folder.requestPermission?.({ mode: 'readwrite' })) ?? (await permissionOf(folder))
    if (answer === 'granted') await this.remember({ trouble: undefined })
    return answer === 'granted'
  }

  async state(): Promise<BackupState> {
    const { now } = this.parts
    const [chosen, memory, entries] = [await this.chosen(), await this.memory(), await this.entries()]
    const permission = chosen && (await permissionOf(chosen.folder))
    const changes = Math.max(0, entries - (memory.last?.entries ?? 0))
    const at = memory.last?.at ?? memory.since
    return {
      supported: 'showDirectoryPicker' in globalThis,
      folder: chosen && permission && { name: chosen.folder.name, sealed: chosen.seal !== undefined, permission },
      last: memory.last,
      trouble: memory.trouble,
      changes,
      isReminderDue: (!chosen || memory.trouble !== undefined) && isReminderDue({ changes, at, now: now() }),
    }
  }

  /** Something was changed since, and it was asked for or the day is another one in the office. */
  async isDue(): Promise<boolean> {
    const { now } = this.parts
    const [chosen, { last, asked, trouble }] = [await this.chosen(), await this.memory()]
    if (!chosen || (await this.entries()) <= (last?.entries ?? 0)) return false
    if (trouble && (await permissionOf(chosen.folder)) !== 'granted') return false
    return asked === true || !last || officeDay(last.at) !== officeDay(now())
  }

  async askFor(): Promise<void> {
    await this.remember({ asked: true })
  }

  async noteDownload(bytes: number, name: string, sealed: boolean): Promise<void> {
    const last = {
      at: this.parts.now(),
      name,
      where: 'download',
      bytes,
      sealed,
      entries: await this.entries(),
    } as const
    // The file is with the person, most needed when the disk is full; that the note of it finds no room changes nothing about that.
    await this.remember({ last }).catch(() => undefined)
  }

  /**
   * Writes the day's archive. In: the name of the workspace, and what makes the file, sealed with `seal` if there is one; it is asked only when the folder can be
   * written. Keeps the fourteen newest of this device and touches no file of anybody else. Refuses with a finding, which `state` tells from then on.
   */
  async write(
    workspace: string,
    make: (seal: ArchiveSeal | undefined) => Promise<Blob>,
  ): Promise<Result<BackupMade, BackupFinding>> {
    if (!this.parts.tabs.leading) return refuse({ because: 'notLeading', detail: '' })
    const chosen = await this.chosen()
    if (!chosen) return refuse({ because: 'folderNotChosen', detail: '' })
    try {
      const permission = await permissionOf(chosen.folder)
      if (permission !== 'granted') throw new DOMException(permission, 'NotAllowedError')
      // Counted before: what is written meanwhile is in the next one.
      const entries = await this.entries()
      const made = await this.place(chosen, workspace, await make(chosen.seal))
      await this.remember({ last: { ...made, entries }, trouble: undefined, asked: false })
      return ok(made)
    } catch (error) {
      const trouble = findingOf(error, await permissionOf(chosen.folder))
      await this.remember({ trouble })
      return refuse(trouble)
    }
  }

  /** The archives in the folder, the newest first. */
  async list(): Promise<Result<readonly BackupFile[], BackupFinding>> {
    const chosen = await this.chosen()
    if (!chosen) return refuse({ because: 'folderNotChosen', detail: '' })
    try {
      return ok(await archivesIn(chosen.folder))
    } catch (error) {
      return refuse(findingOf(error, await permissionOf(chosen.folder)))
    }
  }

  private async place({ folder, seal }: Chosen, workspace: string, file: Blob): Promise<BackupMade> {
    const { own } = await this.memory()
    const [at, sealed] = [this.parts.now(), seal !== undefined]
    const name = await placeFile(folder, file, async () => {
      const nameOf = (copy: number): string => backupName(workspace, officeDay(at), sealed, copy)
      let copy = 1
      // A colleague's archive of the same day in a folder they share.
      while (!own.includes(nameOf(copy)) && (await isThere(folder, nameOf(copy)))) copy++
      return nameOf(copy)
    })
    const names = [...own.filter(known => known !== name), name]
    await this.remember({ own: names.slice(-kept) })
    for (const old of names.slice(0, -kept)) await removeFile(folder, old).catch(() => undefined)
    return { at, name, where: 'folder', bytes: file.size, sealed }
  }

  private async chosen(): Promise<Chosen | undefined> {
    return (await this.parts.database.settings.get(keys.chosen))?.value as Chosen | undefined
  }

  private async memory(): Promise<Memory> {
    const known = (await this.parts.database.settings.get(keys.memory))?.value as Memory | undefined
    if (known) return known
    const fresh: Memory = { since: this.parts.now(), own: [] }
    // On a full disk it begins anew next time; asking how things stand must not fail for it.
    await this.parts.database.settings.put({ id: keys.memory, value: fresh }).catch(() => undefined)
    return fresh
  }

  private async remember(news: { readonly [Key in keyof Memory]?: Memory[Key] | undefined }): Promise<void> {
    const { settings } = this.parts.database
    const memory = await this.memory()
    await settings.put({ id: keys.memory, value: { ...memory, ...news } })
    for (const listener of this.listeners) listener()
  }

  /** Entries of all documents; the membership log is none. */
  private async entries(): Promise<number> {
    const heads = await this.parts.database.heads.toArray()
    return heads.reduce((sum, { document, ref }) => (document === membershipDocument ? sum : sum + ref.seq), 0)
  }
}
