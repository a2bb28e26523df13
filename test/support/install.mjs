// First step of every npm script: installs the exact parts of the lock file when they are missing or outdated. Quiet otherwise.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Lotse braucht Node 20.19 oder neuer, hier läuft ${process.versions.node}.`)
  console.error(`Lotse needs Node 20.19 or newer, this is ${process.versions.node}.`)
  process.exit(1)
}

const changed = path => statSync(new URL(`../../${path}`, import.meta.url), { throwIfNoEntry: false })?.mtimeMs ?? 0

// npm writes the hidden lock file last, so half an installation counts as none.
if (changed('node_modules/.package-lock.json') < changed('package-lock.json')) {
  console.log('npm ci …')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: new URL('../..', import.meta.url),
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (npm.status !== 0) {
    console.error('Die Bausteine ließen sich nicht einrichten: Die Meldung von npm steht darüber.')
    console.error('The parts could not be installed: see the message of npm above.')
    process.exit(npm.status ?? 1)
  }
}
