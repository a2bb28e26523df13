import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { boardTour, cardTour } from '../support/tours/board.ts'
import { filesTour } from '../support/tours/files.ts'
import { firstDayTour } from '../support/tours/first-day.ts'
import { colleaguesTour } from '../support/tours/colleagues.ts'
import { planningTour } from '../support/tours/planning.ts'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** What opens over a place is made of one of these. */
const opens = /<(Dialog|Sheet|SidePanel|Popover|Picker|LazyMenu|MenuButton)\b/

const withSurfaces = (): readonly string[] =>
  ['app', 'features', 'parts'].flatMap(folder =>
    readdirSync(`${src}/${folder}`, { recursive: true })
      .map(name => `${folder}/${String(name).replaceAll('\\', '/')}`)
      .filter(name => name.endsWith('.tsx') && opens.test(readFileSync(`${src}/${name}`, 'utf8')))
      .map(name => name.replace(/\.tsx$/, '')),
  )

test('every dialog, panel, menu and popover of the code is opened by a walk for accessibility', () => {
  const visited = [...boardTour, ...cardTour, ...planningTour, ...firstDayTour, ...filesTour, ...colleaguesTour]
    .flatMap(({ surfaces }) => surfaces ?? [])
    .flatMap(({ of }) => of)
  const missing = withSurfaces().filter(name => !visited.includes(name))
  expect(missing, 'name it in a tour below test/support/tours').toEqual([])
  expect(visited.filter(name => !existsSync(`${src}/${name}.tsx`))).toEqual([])
})
