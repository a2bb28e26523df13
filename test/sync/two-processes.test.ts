import '../storage/fake-browser.ts'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { toHex } from '../../src/journal/bytes.ts'
import type { DeviceKeys } from '../../src/journal/keys.ts'
import { nodeStore } from '../support/node-store.ts'
import { admit, closeOffices, digestAt, foundedOffice, headsAt, logOf, write } from './support/offices.ts'
import { allLook, closeSyncs, over } from './support/team-folder.ts'

/** Jana's office is in this process, Cem's in another; between them lies a folder on a real disk. */

let folder: string
let process: ChildProcess

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lotse-team-'))
  const script = fileURLToPath(new URL('support/second-process.mjs', import.meta.url))
  process = fork(script, { serialization: 'advanced', execArgv: [] })
  await once(process, 'message')
  // It has the app's sources to translate first.
}, 60_000)

afterEach(async () => {
  process.kill()
  closeSyncs()
  closeOffices()
  await rm(folder, { recursive: true, force: true })
})

const tell = async <Answer>(does: string, rest: object = {}): Promise<Answer> => {
  process.send({ does, ...rest })
  const [answer] = (await once(process, 'message')) as [Answer & { error?: string }]
  expect(answer.error).toBeUndefined()
  return answer
}

test('both write at once, fifteen times each: everything is there twice, equal, and no file is a broken one', async () => {
  const jana = await foundedOffice()
  await admit(jana, await tell<DeviceKeys>('makeKeys'))
  expect(await tell('join', { id: jana.id, entries: await logOf(jana), folder })).toEqual({ joined: true })
  const janas = over(jana, nodeStore(folder))
  const cems = tell<{ failure: undefined }>('work', { times: 15, name: 'Von Cem' })
  for (let count = 1; count <= 15; count++) {
    await write(jana, `Von Jana ${count}`)
    await janas.look()
  }
  expect((await cems).failure).toBeUndefined()
  await allLook(janas)
  type Settled = Readonly<{ heads: object; digest: string; files: object }>
  const there = await tell<Settled>('settle')
  await allLook(janas)
  expect(Object.values(await headsAt(jana))).toEqual([15, 15])
  expect(there.heads).toEqual(await headsAt(jana))
  expect(there.digest).toBe(await digestAt(jana))
  expect(there.files).toMatchObject({ broken: 0, foreign: 0, waiting: 0, locked: 0 })
  expect(await readdir(join(folder, 'lotse', toHex(jana.keys.tag)))).toHaveLength(2)
})
