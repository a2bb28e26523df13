import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

const note = process.env.LOTSE_TIMES

/** A reporter of Vitest: notes what each file of tests has taken, reading and setting up included. */
export default class Times {
  onTestModuleEnd(module) {
    const { duration, collectDuration, setupDuration } = module.diagnostic()
    const file = relative(module.project.config.root, module.moduleId)
    if (note) appendFileSync(note, `${JSON.stringify([duration + collectDuration + setupDuration, file])}\n`)
  }
}

/** Where a run and all its parts note their times. */
export const noteTimes = () => {
  process.env.LOTSE_TIMES = join(tmpdir(), `lotse-times-${process.pid}`)
  return process.env.LOTSE_TIMES
}

/** The ten files that took longest, one line each. */
export const slowestFiles = (file, most = 10) => {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  rmSync(file)
  return lines
    .sort(([one], [other]) => other - one)
    .slice(0, most)
    .map(([milliseconds, name]) => `${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${name}`)
}
