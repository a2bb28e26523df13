import 'fake-indexeddb/auto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sharedCells } from '../../../src/domain/kernel/record.ts'
import { allRecords } from '../../../src/domain/records.ts'
import { impersonalData, personalData } from '../../../src/features/help/personal-data.ts'
import { WorkspaceDatabase } from '../../../src/storage/database.ts'
import { DeviceDatabase } from '../../../src/storage/device-database.ts'
import { namesOf } from '../../../src/storage/names.ts'

const src = fileURLToPath(new URL('../../../src', import.meta.url))
const described = [...personalData.flatMap(({ stored }) => stored), ...impersonalData]
const isStore = (name: string): boolean => /^(IndexedDB|localStorage|sessionStorage|CacheStorage|OPFS) /.test(name)
const sorted = (names: readonly string[]): readonly string[] => [...names].sort()

/** What every record has beside its own cells: when, by whom, last change, deletion. */
const shared = ['createdAt', 'createdBy', 'changedAt', ...Object.keys(sharedCells)].map(cell => `*.${cell}`)
const cells = allRecords.flatMap(({ type, cells: own }) =>
  Object.keys(own)
    .filter(cell => !Object.hasOwn(sharedCells, cell))
    .map(cell => `${type}.${cell}`),
)

/** Which file writes which key of the browser's small stores. */
const keysOf: Readonly<Record<string, readonly string[]>> = {
  'app/last-opened.ts': ['localStorage lotse:…:opened'],
  'app/last-team.ts': ['localStorage lotse:…:last-team'],
  'features/board/collapsed-columns.ts': ['localStorage lotse:…:collapsed-columns'],
  'features/card/comment-drafts.ts': ['sessionStorage lotse:draft:…'],
  'i18n/language.ts': ['localStorage lotse:language'],
  'parts/backup-watch/put-off.ts': ['localStorage lotse:backup-put-off'],
  'parts/beamer.ts': ['sessionStorage lotse:beamer'],
  'parts/device-settings.ts': ['localStorage lotse:device'],
  'parts/first-steps/put-away.ts': ['localStorage lotse:…:first-steps-away'],
  'parts/requests/asking.ts': [
    'localStorage lotse:asked',
    'localStorage lotse:answered',
    'localStorage lotse:first-day',
  ],
  'storage/sentinel.ts': ['localStorage lotse:…:sentinel'],
  'storage/write-ahead.ts': ['localStorage lotse:…:ahead', 'localStorage lotse:…:intent'],
}

const filesThat = (write: RegExp): readonly string[] =>
  readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map(file => file.replaceAll('\\', '/'))
    .filter(file => /\.tsx?$/.test(file) && write.test(readFileSync(`${src}/${file}`, 'utf8')))

describe('the page for staff council and data protection', () => {
  test('names nothing twice', () => {
    expect(described).toHaveLength(new Set(described).size)
  })

  test('describes every cell of every record, and none that is gone', () => {
    expect(sorted(described.filter(name => !isStore(name)))).toEqual(sorted([...shared, ...cells]))
  })

  test('describes every table of the databases and the names beside them', () => {
    const tables = [new WorkspaceDatabase('w'), new DeviceDatabase()].flatMap(({ tables: all }) =>
      all.map(({ name }) => `IndexedDB ${name}`),
    )
    const names = namesOf('…')
    const beside = [`IndexedDB ${names.copy('')}`.replace(/:$/, ''), `OPFS ${names.folder}`]
    expect(sorted(described.filter(name => /^(IndexedDB|OPFS) /.test(name)))).toEqual(sorted([...tables, ...beside]))
  })

  test('describes every key of the small stores', () => {
    expect(sorted(filesThat(/(?:local|session)Storage\.setItem\(/))).toEqual(sorted(Object.keys(keysOf)))
    expect(sorted(described.filter(name => /^(local|session)Storage /.test(name)))).toEqual(
      sorted(Object.values(keysOf).flat()),
    )
  })
  test('describes what is shared with the app and waits in its cache', () => {
    expect(filesThat(/caches\.open\(/)).toEqual(['pwa/tray.ts'])
    expect(described.filter(name => name.startsWith('CacheStorage '))).toEqual(['CacheStorage lotse-tray'])
  })
})
