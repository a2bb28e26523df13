// npm test: format, lint, types, build and all tests. `npm test -- test/domain` runs the tests under that path alone.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildWhenStale, top } from './build.mjs'
import { findBrowser } from './find-browser.mjs'
import { noteTimes, slowestFiles } from './times.mjs'

const filter = process.argv.slice(2)
const started = Date.now()

const times = noteTimes()

const tool = path => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url))

/** Runs one tool; what it prints appears in one piece when it has failed, so parallel tools do not mix their lines. */
const run = (name, args, isLoud = false) =>
  new Promise(resolve => {
    const child = spawn(process.execPath, args, { cwd: top, stdio: isLoud ? 'inherit' : 'pipe' })
    let output = ''
    child.stdout?.on('data', part => (output += part))
    child.stderr?.on('data', part => (output += part))
    child.on('close', code => {
      if (code !== 0 && output !== '') console.log(output)
      console.log(`${code === 0 ? '✓' : '✗'} ${name}`)
      resolve({ name, held: code === 0 })
    })
  })

const check = () =>
  Promise.all([
    run('format', [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']),
    run('lint', [tool('oxlint/bin/oxlint'), '-c', '.oxlintrc.json', 'src', 'test']),
    run('types', [tool('typescript/bin/tsc'), '--noEmit']),
  ])

const results = []
if (filter.length === 0) {
  const checks = check()
  // Beside them: the three are processes of their own.
  const held = buildWhenStale()
  console.log(`${held ? '✓' : '✗'} build`)
  results.push({ name: 'build', held }, ...(await checks))
}
try {
  findBrowser()
  const reporters = ['default', fileURLToPath(new URL('times.mjs', import.meta.url))].map(name => `--reporter=${name}`)
  const vitest = (name, args) => run(name, [tool('vitest/vitest.mjs'), 'run', ...reporters, ...args], true)
  if (filter.length > 0) results.push(await vitest('tests', filter))
  else {
    // Every branch of domain and journal is walked by the tests of rules, or this fails.
    results.push(await vitest('rules', ['--project', 'rules', '--coverage']))
    const others = ['views', 'browser', 'journeys', 'clock'].flatMap(name => ['--project', name])
    results.push(await vitest('views, browser, journeys', others))
  }
} catch (error) {
  console.error(error.message)
  results.push({ name: 'browser', held: false })
}

const slowest = slowestFiles(times)
if (slowest.length > 1) console.log(['What took longest:', ...slowest].join('\n'))
const missed = results.filter(result => !result.held).map(result => result.name)
const minutes = ((Date.now() - started) / 60_000).toFixed(1)
console.log(
  missed.length === 0 ? `Everything held, ${minutes} min.` : `Did not hold: ${missed.join(', ')} (${minutes} min).`,
)
process.exitCode = missed.length === 0 ? 0 : 1
