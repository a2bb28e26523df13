import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const top = fileURLToPath(new URL('../..', import.meta.url))
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const aWholeNight = 12 * 60 * 60_000

/** Runs tests by chance for very many rounds. A failing one prints its seed. */
export const endureChance = (files, environment, report) =>
  new Promise(resolve => {
    const args = [vitest, 'run', '--project', 'rules', `--testTimeout=${aWholeNight}`, ...files]
    const child = spawn(process.execPath, args, { cwd: top, env: { ...process.env, ...environment } })
    let output = ''
    child.stdout.on('data', part => (output += part))
    child.stderr.on('data', part => (output += part))
    child.on('close', code => resolve({ report, faults: code === 0 ? [] : [output] }))
  })
