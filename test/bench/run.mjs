// npm run bench [-- --json FILE] [--runs 5] [--sizes 200,1000,10000] [--only finding]: the app beside what its parts cost, in the same minutes.
import { cpSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildWhenStale, dist } from '../support/build.mjs'
import { serve } from '../support/serve.mjs'
import { app } from './app.mjs'
import { findingSize, findingTargets, measureFinding, seedFinding } from './measure-finding.mjs'
import { measureApp, measureControl, measureFloors, measureImport, measureLiveFloors } from './measure-size.mjs'
import { buildPages, pagesFolder } from './pages-build.mjs'
import { asTable, collectSamples, compare } from './results.mjs'
import { inTab, measureOpen } from './samples.mjs'
import { inBrowser, makeProfiles } from './sessions.mjs'
import { targets } from './targets.mjs'

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '200,1000,10000' },
    only: { type: 'string' },
  },
})
const runs = Number(options.runs)
const onlyFinding = options.only === 'finding'
const sizes = onlyFinding ? [] : options.sizes.split(',').map(Number)
const importSize = 5000

if (!buildWhenStale() || !buildPages()) process.exit(1)
// Measured and weighed is this copy: another build may replace the first one meanwhile.
const build = `${pagesFolder}/${app.folder}`
cpSync(dist, build, { recursive: true })
const server = await serve(pagesFolder)
const pages = server.address
const profiles = makeProfiles()
const samples = collectSamples()

const seed = async size =>
  inBrowser(profiles.folder(size), async context => {
    const address = `${pages}${app.folder}${await app.seed(context, pages, size)}`
    // The first visit stores the app; every later one is a morning like any other.
    await inTab(context, address, page => measureOpen(page).then(() => page.waitForTimeout(4000)))
    return address
  })

const measure = (size, address) =>
  inBrowser(profiles.folder(size), async context => {
    await inTab(context, `${pages}empty.html`, measureOpen)
    await measureFloors(context, pages, size, samples)
    await measureLiveFloors(context, pages, size, samples)
    await measureControl(context, pages, size, samples)
    await measureApp(context, { pages, address, app, build }, size, samples)
  })

const finding = {
  seed: () =>
    inBrowser(profiles.folder('finding'), async context => {
      const address = `${pages}${app.folder}${await seedFinding(context, { pages, app })}`
      await inTab(context, address, page => measureOpen(page).then(() => page.waitForTimeout(4000)))
      return address
    }),
  measure: address =>
    inBrowser(profiles.folder('finding'), context => measureFinding(context, { pages, app }, address, samples)),
}

try {
  const addresses = new Map()
  for (const size of sizes) {
    console.log(`seeding ${size} cards`)
    addresses.set(size, await seed(size))
  }
  console.log('seeding comments and photos')
  const whereToFind = await finding.seed()
  for (let run = 1; run <= runs; run++) {
    console.log(`run ${run} of ${runs}`)
    for (const size of sizes) await measure(size, addresses.get(size))
    await finding.measure(whereToFind)
    if (onlyFinding) continue
    await inBrowser(profiles.folder('import'), context => measureImport(context, { pages, app }, importSize, samples))
  }
} finally {
  await server.stop()
  profiles.remove()
}

const wanted = onlyFinding ? findingTargets : [...targets, ...findingTargets]
const rows = compare(samples, [...new Set([...sizes, importSize, findingSize])], wanted)
console.log(`\n${asTable(rows)}\n`)
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(rows, null, 2)}\n`)
const missed = rows.filter(row => !row.held)
console.log(missed.length === 0 ? 'Every target held.' : `${missed.length} of ${rows.length} targets missed.`)
process.exitCode = missed.length === 0 ? 0 : 1
