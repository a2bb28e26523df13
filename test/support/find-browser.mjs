import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'

const windowsFolders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(name => process.env[name] ?? [])

const systemBrowsers = {
  linux: [
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'].map(
      name => `/usr/bin/${name}`,
    ),
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
  ],
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: windowsFolders.flatMap(folder => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
    join(folder, 'Chromium/Application/chrome.exe'),
  ]),
}

/** Chromium refuses its sandbox to the user root; everybody else keeps it. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--no-first-run',
  '--no-default-browser-check',
]

/** What Chromium needs to reach another browser where loopback is the only network (measured), once the page has asked for the microphone. */
export const loopbackArguments = [
  '--allow-loopback-in-peer-connection',
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
]

/** Chrome for Windows has no --version: it would open a window. There the file itself has to do. */
const answers = path => {
  if (!path || !existsSync(path)) return false
  if (process.platform === 'win32') return true
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return false
  }
}

const playwrightsOwn = () => {
  try {
    return chromium.executablePath()
  } catch {
    return ''
  }
}

/** The small headless shell lies in a folder of its own beside the full browser, which is the one Playwright names. */
const playwrightsShell = () => {
  const folder = playwrightsOwn().replace(/chromium-(\d+).*$/, 'chromium_headless_shell-$1')
  if (!existsSync(folder)) return ''
  const file = readdirSync(folder, { recursive: true }).find(name => /headless[-_]shell(\.exe)?$/.test(String(name)))
  return file === undefined ? '' : join(folder, String(file))
}

const present = () =>
  [process.env.CHROME_BIN, playwrightsOwn(), playwrightsShell(), ...(systemBrowsers[process.platform] ?? [])].find(
    answers,
  )

const runs = (command, args) =>
  spawnSync(command, args, { stdio: 'ignore', timeout: 300_000, shell: process.platform === 'win32' }).status === 0

const installations = [
  () => runs('npx', ['--no-install', 'playwright', 'install', 'chromium-headless-shell', '--only-shell']),
  () =>
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    runs('apt-get', ['update', '-q']) &&
    runs('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']),
]

const missing = [
  'Es fand sich kein Chromium und es ließ sich keines einrichten. Bitte nennen Sie in CHROME_BIN den Pfad zu Chrome, Chromium oder Edge.',
  'No Chromium was found and none could be installed. Please name the path of Chrome, Chromium or Edge in CHROME_BIN.',
].join('\n')

/** Told by the process this one was started by, which has heard the browser answer. */
let found = process.env.LOTSE_BROWSER

/** The path of a Chromium that answers; installs one where it may. Throws a sentence for people when there is none. */
export const findBrowser = () => {
  found ??= present()
  for (const install of installations) {
    if (found !== undefined) break
    install()
    found = present()
  }
  if (found === undefined) throw new Error(missing)
  process.env.LOTSE_BROWSER = found
  return found
}
