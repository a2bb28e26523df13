import { beforeEach, describe, expect, test } from 'vitest'
import { makeArchiveSeal } from '../../src/exchange/seal-archive.ts'
import { BackupFolder, isReminderDue } from '../../src/storage/backup-folder.ts'
import type { FolderHandle } from '../../src/storage/backup-files.ts'
import { batchOf, foundOffice, nameOf, newDocument, openDesk, type Desk } from './desk.ts'

const day = 86_400_000
const monday = Date.UTC(2026, 10, 16, 8)
const archive = (text: string) => async () => new Blob([text])

let serial = 0
/** A folder as the person would choose it; the browser's private files have the same handles. */
const newFolder = async () => {
  const root = await navigator.storage.getDirectory()
  const name = `Netzlaufwerk ${serial++} ${crypto.randomUUID()}`
  return { root, name, folder: (await root.getDirectoryHandle(name, { create: true })) as FolderHandle }
}

const namesIn = async (folder: FolderHandle): Promise<string[]> => {
  const names: string[] = []
  for await (const name of folder.keys()) names.push(name)
  return names.toSorted()
}

const textOf = async (folder: FolderHandle, name: string): Promise<string> =>
  (await (await folder.getFileHandle(name)).getFile()).text()

const edit = async ({ ports }: Desk, times = 1): Promise<void> => {
  const document = newDocument()
  for (let time = 0; time < times; time++) await ports.storage.append(batchOf(nameOf(document, 'anna', `Anna ${time}`)))
}

/** The same folder with one thing that fails, as the browser fails. */
const failing = (folder: FolderHandle, failure: string, permission: PermissionState = 'granted'): FolderHandle => {
  const fail = async (): Promise<never> => {
    throw new DOMException('made up', failure)
  }
  return {
    name: folder.name,
    queryPermission: async () => permission,
    requestPermission: async () => 'granted',
    getFileHandle: async (name: string, options?: FileSystemGetFileOptions) => {
      const file = await folder.getFileHandle(name, options)
      return Object.assign(Object.create(file) as FileSystemFileHandle, { createWritable: fail })
    },
    removeEntry: (name: string) => folder.removeEntry(name),
  } as unknown as FolderHandle
}

/** Keeps a handle that cannot be stored, as the database would. */
const heldOutside = (desk: Desk, folder: FolderHandle): void => {
  desk.database.settings.hook('reading', row =>
    row?.id === 'backup:folder' ? { ...row, value: { folder, seal: undefined } } : row,
  )
}

describe('Anna has chosen a folder on the network drive', () => {
  let desk: Desk
  let clock: { now: number }
  let backups: BackupFolder
  let at: Awaited<ReturnType<typeof newFolder>>

  beforeEach(async () => {
    desk = await openDesk((await foundOffice()).id)
    clock = { now: monday }
    backups = new BackupFolder({ database: desk.database, tabs: { leading: true }, now: () => clock.now })
    at = await newFolder()
    await edit(desk)
  })

  test('the day’s archive lies there under its name, whole, and nothing beside it', async () => {
    await backups.use(at.folder, undefined)
    expect(await backups.isDue()).toBe(true)
    const made = await backups.write('Bauamt', archive('{"montag":1}'))
    expect(made).toMatchObject({
      ok: true,
      value: { name: 'Lotse Bauamt 2026-11-16.lotse.json', where: 'folder', bytes: 12 },
    })
    expect(await namesIn(at.folder)).toEqual(['Lotse Bauamt 2026-11-16.lotse.json'])
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-16.lotse.json')).toBe('{"montag":1}')
    expect(await backups.state()).toMatchObject({
      folder: { sealed: false },
      last: { at: monday },
      changes: 0,
      isReminderDue: false,
    })
  })

  test('it is due once a day and only after a change; a closed sprint asks for another one, which replaces the first', async () => {
    await backups.use(at.folder, undefined)
    await backups.write('Bauamt', archive('früh'))
    expect(await backups.isDue()).toBe(false)
    clock.now += day
    expect(await backups.isDue(), 'nothing was changed').toBe(false)
    await edit(desk)
    expect(await backups.isDue()).toBe(true)
    await backups.write('Bauamt', archive('Dienstag'))
    await edit(desk)
    expect(await backups.isDue(), 'today is done').toBe(false)
    await backups.askFor()
    expect(await backups.isDue()).toBe(true)
    await backups.write('Bauamt', archive('Sprint beendet'))
    expect(await namesIn(at.folder)).toHaveLength(2)
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-17.lotse.json')).toBe('Sprint beendet')
  })

  test('fourteen are kept; what others put there is left alone', async () => {
    const stranger = await at.folder.getFileHandle('Lotse Bauamt 2026-11-18.lotse.json', { create: true })
    expect(stranger.name).toContain('Lotse')
    await backups.use(at.folder, undefined)
    for (let index = 0; index < 17; index++) {
      await backups.write('Bauamt', archive(`Tag ${index}`))
      clock.now += day
    }
    const names = await namesIn(at.folder)
    expect(names).toHaveLength(15)
    expect(names).toContain('Lotse Bauamt 2026-11-18.lotse.json')
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-18.lotse.json')).toBe('')
    expect(names).not.toContain('Lotse Bauamt 2026-11-18 (2).lotse.json')
    expect(names).toContain('Lotse Bauamt 2026-12-02.lotse.json')
    const listed = await backups.list()
    expect(listed.ok && listed.value.length).toBe(15)
    expect(listed.ok && (await (await listed.value.find(({ name }) => name.includes('12-02'))!.open()).text())).toBe(
      'Tag 16',
    )
  })

  test('two devices write into it in the same moment: both archives are there, each whole', async () => {
    const laptop = await openDesk((await foundOffice()).id)
    const other = new BackupFolder({ database: laptop.database, tabs: { leading: true }, now: () => clock.now })
    await edit(laptop)
    await backups.use(at.folder, undefined)
    await other.use(at.folder, undefined)
    // The second is faster: it takes the name while the first is still being made.
    const made = await backups.write('Bauamt', async () => {
      await other.write('Bauamt', archive('Laptop'))
      return new Blob(['Büro'])
    })
    expect(made).toMatchObject({ ok: true, value: { name: 'Lotse Bauamt 2026-11-16 (2).lotse.json' } })
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-16.lotse.json')).toBe('Laptop')
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-16 (2).lotse.json')).toBe('Büro')
    await edit(desk)
    await backups.write('Bauamt', archive('Büro, abends'))
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-16 (2).lotse.json')).toBe('Büro, abends')
    expect(await namesIn(at.folder)).toHaveLength(2)
  })

  test('another folder is chosen: what has the same name there belongs to somebody else', async () => {
    await backups.use(at.folder, undefined)
    await backups.write('Bauamt', archive('hier'))
    const next = await newFolder()
    await next.folder.getFileHandle('Lotse Bauamt 2026-11-16.lotse.json', { create: true })
    await backups.use(next.folder, undefined)
    const made = await backups.write('Bauamt', archive('dort'))
    expect(made).toMatchObject({ value: { name: 'Lotse Bauamt 2026-11-16 (2).lotse.json' } })
    expect(await textOf(next.folder, 'Lotse Bauamt 2026-11-16.lotse.json')).toBe('')
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-16.lotse.json')).toBe('hier')
  })

  test('a passphrase is set: the next archive is sealed, those before stay as they are, and whoever listens hears of it', async () => {
    const made = await makeArchiveSeal('vier Wörter auf einem Zettel')
    const seal = made.ok ? made.value : undefined
    let heard = 0
    const stop = backups.onChange(() => void heard++)
    await backups.use(at.folder, undefined)
    await backups.write('Bauamt', archive('offen'))
    await backups.reseal(seal)
    expect(await backups.isDue(), 'asked for, but nothing was changed since').toBe(false)
    await backups.write('Bauamt', async given => new Blob([given ? 'versiegelt' : 'offen']))
    expect(await namesIn(at.folder)).toEqual(['Lotse Bauamt 2026-11-16.lotse', 'Lotse Bauamt 2026-11-16.lotse.json'])
    expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-16.lotse')).toBe('versiegelt')
    const before = heard
    expect(before).toBeGreaterThan(0)
    stop()
    await backups.forget()
    expect(heard).toBe(before)
  })

  test('what another program left half copied is no archive to it, and stays', async () => {
    await backups.use(at.folder, undefined)
    await at.folder.getFileHandle('Lotse Bauamt 2026-11-15.lotse.json.part', { create: true })
    await backups.write('Bauamt', archive('heute'))
    const listed = await backups.list()
    expect(listed.ok && listed.value.map(({ name }) => name)).toEqual(['Lotse Bauamt 2026-11-16.lotse.json'])
    expect(await namesIn(at.folder)).toHaveLength(2)
  })

  test('after a restart the handle is there', async () => {
    await backups.use(at.folder, undefined)
    const later = new BackupFolder({ database: desk.database, tabs: { leading: true }, now: () => clock.now })
    expect((await later.write('Bauamt', archive('neu'))).ok).toBe(true)
    expect(await namesIn(at.folder)).toHaveLength(1)
  })

  test('a tab that does not lead writes nothing', async () => {
    await backups.use(at.folder, undefined)
    const other = new BackupFolder({ database: desk.database, tabs: { leading: false }, now: () => clock.now })
    expect(await other.write('Bauamt', archive('x'))).toMatchObject({ refusal: { because: 'notLeading' } })
    expect(await namesIn(at.folder)).toEqual([])
  })

  test('the folder has vanished: it is said, and a reminder stands in', async () => {
    await backups.use(at.folder, undefined)
    await backups.write('Bauamt', archive('da'))
    await at.root.removeEntry(at.name, { recursive: true })
    await edit(desk, 50)
    clock.now += day
    expect(await backups.write('Bauamt', archive('weg'))).toMatchObject({
      ok: false,
      refusal: { because: 'folderGone' },
    })
    expect(await backups.list()).toMatchObject({ ok: false, refusal: { because: 'folderGone' } })
    const state = await backups.state()
    expect(state).toMatchObject({ trouble: { because: 'folderGone' }, last: { at: monday }, isReminderDue: true })
    expect(await backups.isDue(), 'it is tried again').toBe(true)
  })

  test.each([
    ['read-only', 'NoModificationAllowedError', 'folderReadOnly'],
    ['closed by an administrator', 'NotAllowedError', 'folderReadOnly'],
    ['full', 'QuotaExceededError', 'folderFull'],
    ['broken', 'UnknownError', 'backupFailed'],
  ])(
    'the folder is %s: the archive of yesterday is whole, no piece of today lies there',
    async (_case, failure, because) => {
      await backups.use(at.folder, undefined)
      await backups.write('Bauamt', archive('gestern'))
      clock.now += day
      heldOutside(desk, failing(at.folder, failure))
      expect(await backups.write('Bauamt', archive('heute'))).toMatchObject({ ok: false, refusal: { because } })
      expect(await namesIn(at.folder)).toEqual(['Lotse Bauamt 2026-11-16.lotse.json'])
      expect(await textOf(at.folder, 'Lotse Bauamt 2026-11-16.lotse.json')).toBe('gestern')
    },
  )

  test('the browser asks again after a restart: nothing is written, nothing is tried over and over, one click renews it', async () => {
    await backups.use(at.folder, undefined)
    heldOutside(desk, failing(at.folder, 'NotAllowedError', 'prompt'))
    expect(await backups.write('Bauamt', archive('x'))).toMatchObject({
      ok: false,
      refusal: { because: 'permissionLost' },
    })
    expect(await backups.isDue()).toBe(false)
    expect(await backups.state()).toMatchObject({
      folder: { permission: 'prompt' },
      trouble: { because: 'permissionLost' },
    })
    expect(await backups.renew()).toBe(true)
    expect((await backups.state()).trouble).toBeUndefined()
  })

  test('an archive that cannot be made leaves the folder as it is', async () => {
    await backups.use(at.folder, undefined)
    const failed = await backups.write('Bauamt', () => Promise.reject(new Error('kein Speicher')))
    expect(failed).toMatchObject({ ok: false, refusal: { because: 'backupFailed' } })
    expect(await namesIn(at.folder)).toEqual([])
  })

  test('forgotten, it is not written any more, and what lies there stays', async () => {
    await backups.use(at.folder, undefined)
    await backups.write('Bauamt', archive('da'))
    await backups.forget()
    expect(await backups.write('Bauamt', archive('x'))).toMatchObject({ refusal: { because: 'folderNotChosen' } })
    expect(await namesIn(at.folder)).toHaveLength(1)
    expect(await backups.state()).toMatchObject({ folder: undefined, last: { where: 'folder' } })
  })
})

describe('without a folder a reminder is due', () => {
  test('after fifty changes, until a file was handed out', async () => {
    const desk = await openDesk((await foundOffice()).id)
    const backups = new BackupFolder({ database: desk.database, tabs: { leading: true }, now: () => monday })
    await edit(desk, 49)
    expect(await backups.state()).toMatchObject({ changes: 49, isReminderDue: false, last: undefined })
    await edit(desk)
    expect((await backups.state()).isReminderDue).toBe(true)
    await backups.noteDownload(1200, 'Lotse-Sicherung.json', false)
    expect(await backups.state()).toMatchObject({
      changes: 0,
      isReminderDue: false,
      last: { where: 'download', at: monday },
    })
  })

  test.each([
    [0, 30 * day, false],
    [1, 7 * day - 1, false],
    [1, 7 * day, true],
    [49, day, false],
    [50, 0, true],
  ])('%i changes, %i ms after the last: %s', (changes, passed, isDue) =>
    expect(isReminderDue({ changes, at: monday, now: monday + passed })).toBe(isDue),
  )
})
