import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { boardTour, cardTour } from '../support/tours/board.ts'
import { firstDayTour } from '../support/tours/first-day.ts'
import { planningTour } from '../support/tours/planning.ts'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** What opens over a place is made of one of these. */
const opens = /<(Dialog|Sheet|SidePanel|Popover|Picker|LazyMenu|MenuButton)\b/

/** Opens only while the disk refuses to save; leads to the choice of a folder, for which a browser needs a window. */
const elsewhere: readonly string[] = ['app/leave-question', 'features/data/seal-dialog']

const withSurfaces = (): readonly string[] =>
  ['app', 'features', 'parts'].flatMap(folder =>
    readdirSync(`${src}/${folder}`, { recursive: true })
      .map(name => `${folder}/${String(name).replaceAll('\\', '/')}`)
      .filter(name => name.endsWith('.tsx') && opens.test(readFileSync(`${src}/${name}`, 'utf8')))
      .map(name => name.replace(/\.tsx$/, '')),
  )

test('every dialog, panel, menu and popover of the code is opened by a walk for accessibility', () => {
  const visited = [...boardTour, ...cardTour, ...planningTour, ...firstDayTour]
    .flatMap(({ surfaces }) => surfaces ?? [])
    .flatMap(({ of }) => of)
  const missing = withSurfaces().filter(name => !visited.includes(name) && !elsewhere.includes(name))
  expect(missing, 'name it in a tour below test/support/tours').toEqual([])
  expect(visited.filter(name => !existsSync(`${src}/${name}.tsx`))).toEqual([])
})
