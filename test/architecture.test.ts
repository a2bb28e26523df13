import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** The house: each room with the rooms below it and the libraries it may use. Nothing below knows anything above. */
const house: Record<string, { rooms: string; libraries: string }> = {
  domain: { rooms: '', libraries: 'date-fns' },
  document: { rooms: 'domain', libraries: 'yjs' },
  journal: { rooms: 'domain', libraries: 'yjs lib0' },
  workspace: { rooms: 'document journal domain', libraries: 'zustand' },
  storage: { rooms: 'workspace document journal domain', libraries: 'dexie y-indexeddb yjs minisearch' },
  sync: { rooms: 'workspace document journal domain', libraries: 'lib0' },
  exchange: { rooms: 'workspace document journal domain', libraries: 'papaparse valibot' },
  i18n: { rooms: '', libraries: 'use-intl date-fns react' },
  ui: {
    rooms: 'i18n',
    libraries: 'react react-dom zustand @ariakit @dnd-kit @tanstack lucide-react d3-scale d3-shape uqr qr-scanner',
  },
  pwa: { rooms: 'i18n', libraries: 'virtual:pwa-register vite-plugin-pwa' },
  parts: { rooms: 'workspace domain ui i18n', libraries: 'react zustand wouter' },
  features: { rooms: 'parts workspace domain ui i18n', libraries: 'react zustand wouter' },
  app: {
    rooms: 'features parts ui pwa i18n storage sync exchange workspace document journal domain',
    libraries: 'react react-dom zustand wouter use-intl',
  },
  'main.tsx': { rooms: 'app ui', libraries: '' },
}

const drawersWithoutName = /^(utils?|helpers?|common|managers?|misc)$/
const pureRooms = ['domain', 'document']
const impure =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bcrypto\.(getRandomValues|randomUUID)|\b(localStorage|navigator|window)\./
const topLevel =
  /^(index\.html|vite\.config\.ts|tsconfig\.json|package\.json|package-lock\.json|README\.md|LICENSE|public|src|test|\..+)$/
const machinePath = /(?<![\w.-])\/(tmp|work|root|farm|home|Users)\/[A-Za-z]/

const top = fileURLToPath(new URL('..', import.meta.url))
const skipped = /^(node_modules|dist|coverage|screenshots|\.git|\.bench|\.endure)$/

const filesBelow = (folder: string): string[] =>
  readdirSync(join(top, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    // In a second working copy `.git` is a file.
    if (folder === '' && skipped.test(entry.name)) return []
    return entry.isDirectory() ? filesBelow(path) : [path]
  })

const textOf = (path: string): string => readFileSync(join(top, path), 'utf8')
const withoutComments = (text: string): string => text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')

type Import = { readonly from: string; readonly to: string; readonly isErased: boolean }

const importStatement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"`;]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'|new URL\(\s*'(\.[^']+)'/g

const importsOf = (from: string): Import[] =>
  [...withoutComments(textOf(from)).matchAll(importStatement)].map(([, type, named, bare, lazy, worker]) => {
    const target = (named ?? bare ?? lazy ?? worker ?? '').replace(/\?.*$/, '')
    const to = target.startsWith('.')
      ? relative(top, resolve(top, dirname(from), target)).replaceAll('\\', '/')
      : target
    return { from, to, isErased: type !== undefined }
  })

const files = filesBelow('')
const sources = files.filter(path => /^src\/.+\.tsx?$/.test(path))
const imports = sources.flatMap(importsOf)

const roomOf = (path: string): string => path.split('/')[1] ?? ''
const sliceOf = (path: string): string => (path.startsWith('src/features/') ? (path.split('/')[2] ?? '') : '')
const libraryOf = (name: string): string => (name.startsWith('virtual:') ? name : (name.split('/')[0] ?? ''))
const sentence = ({ from, to }: Import): string => `${from} → ${to}`

/** The first way round that leads back to where it began, if there is one. Imports of types alone leave no trace at run time. */
const findCycle = (): string[] | undefined => {
  const kept = imports.filter(one => !one.isErased)
  const done = new Set<string>()
  const walk = (path: string, trail: string[]): string[] | undefined => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path]
    if (done.has(path)) return undefined
    for (const { to } of kept.filter(one => one.from === path)) {
      const cycle = walk(to, [...trail, path])
      if (cycle !== undefined) return cycle
    }
    done.add(path)
    return undefined
  }
  for (const path of sources) {
    const cycle = walk(path, [])
    if (cycle !== undefined) return cycle
  }
  return undefined
}

describe('the house', () => {
  it('has no room beside those of the table', () => {
    expect(sources.filter(path => house[roomOf(path)] === undefined)).toEqual([])
  })

  it.each(Object.entries(house))('%s knows only what lies below it', (room, { rooms }) => {
    const allowed = new Set([room, ...rooms.split(' ')])
    const upward = imports.filter(
      one => roomOf(one.from) === room && one.to.startsWith('src/') && !allowed.has(roomOf(one.to)),
    )
    expect(upward.map(sentence)).toEqual([])
  })

  it.each(Object.entries(house))('%s uses its own libraries', (room, { libraries }) => {
    const allowed = libraries.split(' ')
    const foreign = imports.filter(
      one => roomOf(one.from) === room && !/^(src|public)\//.test(one.to) && !allowed.includes(libraryOf(one.to)),
    )
    expect(foreign.map(sentence)).toEqual([])
  })

  it('keeps slices apart: another slice opens by route', () => {
    const crossing = imports.filter(
      one => sliceOf(one.from) !== '' && sliceOf(one.to) !== '' && sliceOf(one.from) !== sliceOf(one.to),
    )
    expect(crossing.map(sentence)).toEqual([])
  })

  it('has no import cycle', () => {
    expect(findCycle()).toBeUndefined()
  })

  it('keeps clock, chance and browser out of rules and documents', () => {
    const rooms = sources.filter(path => pureRooms.includes(roomOf(path)))
    expect(rooms.filter(path => impure.test(withoutComments(textOf(path))))).toEqual([])
  })
})

describe('names and sizes', () => {
  const written = files.filter(path => /^(src|test)\//.test(path) && /\.(tsx?|mjs|css)$/.test(path))

  it('calls every file and folder in kebab-case', () => {
    const parts = /^(README\.md|\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*)$/
    expect(
      files.filter(path => /^(src|test)\//.test(path) && !path.split('/').every(part => parts.test(part))),
    ).toEqual([])
  })

  it('has no drawer without a name of its own', () => {
    const stems = (path: string): string[] => path.split('/').map(part => part.replace(/\..*$/, ''))
    expect(written.filter(path => stems(path).some(stem => drawersWithoutName.test(stem)))).toEqual([])
  })

  it('has no file over 300 lines', () => {
    const lengths = written.map(path => ({ path, lines: textOf(path).trimEnd().split('\n').length }))
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([])
  })

  it('has the fixed names on top and no others', () => {
    const ignored = (name: string): boolean => skipped.test(name) || extname(name) === '.log'
    expect(readdirSync(top).filter(name => !topLevel.test(name) && !ignored(name))).toEqual([])
  })
})

describe('what never stands in a file', () => {
  const tracked = files.filter(
    path => basename(path) !== 'package-lock.json' && statSync(join(top, path)).size < 1_000_000,
  )

  it('no `any`', () => {
    const loose = /[:<|,(]\s*any\b(?!\s*[:'"(])|\bas any\b|\bany\[\]/
    const code = (path: string): string => withoutComments(textOf(path)).replaceAll(/'[^'\n]*'|`[^`]*`/g, "''")
    expect(sources.filter(path => loose.test(code(path)))).toEqual([])
  })

  it('no path of one machine', () => {
    const self = 'test/architecture.test.ts'
    const text = tracked.filter(path => path !== self && !/\.(png|ico|woff2|zip|bin)$/.test(path))
    expect(text.filter(path => machinePath.test(textOf(path)))).toEqual([])
  })

  it('no version that may move', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<
      string,
      Record<string, string>
    >
    const versions = Object.entries({ ...dependencies, ...devDependencies })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})
