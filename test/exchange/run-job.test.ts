import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readArchiveFile } from '../../src/exchange/read-archive.ts'
import { planFile, readFile } from '../../src/exchange/read-file.ts'
import type { Answer, Job } from '../../src/exchange/job.ts'
import { caps } from '../../src/exchange/caps.ts'
import { readBytes, planBytes } from '../../src/exchange/read-bytes.ts'
import type { JobWorker } from '../../src/exchange/run-job.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

type Listener = (event: { readonly data: Answer }) => void

/** A worker that does what it is told, and remembers whether it was ended. */
const workerThat = (act: (job: Job, say: (answer: Answer) => void, fail: () => void) => void) => {
  const listeners = new Map<string, Listener>()
  const worker = {
    isEnded: false,
    addEventListener: (kind: string, listener: Listener) => void listeners.set(kind, listener),
    terminate: () => void (worker.isEnded = true),
    postMessage: (job: Job) =>
      act(
        job,
        data => listeners.get('message')?.({ data }),
        () => listeners.get('error')?.({ data: { kind: 'failed' } }),
      ),
  }
  return { worker, start: () => worker as unknown as JobWorker }
}

const table = new File(['Titel;Frist\nAntrag;morgen'], 'liste.csv')
const honest = workerThat((job, say) => {
  const done = async () => {
    if (job.kind === 'archive') return readArchiveFile(job.file, job.passphrase)
    return job.kind === 'read' ? readBytes(job) : planBytes(job, job.mapping)
  }
  void done().then(result => say({ kind: 'done', result }))
})

it('reads a file and ends its worker', async () => {
  const result = await readFile(table, {}, honest.start)
  expect(result).toMatchObject({ ok: true, value: { kind: 'table', sample: { name: 'liste', rowCount: 1 } } })
  expect(honest.worker.isEnded).toBe(true)
})

it('streams an archive to its worker, whatever it is called', async () => {
  const archive = new File(['{"format":"lotse-archive","version":1,"workspace":"w","documents":{}}'], 'Sicherung.txt')
  const asked: string[] = []
  const watching = workerThat((job, say) => {
    asked.push(job.kind)
    if (job.kind === 'archive') void readArchiveFile(job.file, undefined).then(result => say({ kind: 'done', result }))
  })
  expect(await readFile(archive, {}, watching.start)).toMatchObject({ ok: true, value: { workspace: 'w' } })
  expect(asked).toEqual(['archive'])
})

it('reads a table whole', async () => {
  const mapping = { hasHeader: true, roles: ['title', 'ignored'], dateOrder: 'dayFirst', decimal: ',' } as const
  const result = await planFile(table, mapping, {}, honest.start)
  expect(result).toMatchObject({ ok: true, value: { items: [{ title: 'Antrag' }] } })
})

it('tells how far it is', async () => {
  const shares: number[] = []
  const { start } = workerThat((_job, say) => {
    for (const share of [0.2, 0.7]) say({ kind: 'progress', share })
    say({ kind: 'done', result: { ok: false, refusal: { because: 'noRows' } } })
  })
  await readFile(table, { onProgress: share => shares.push(share) }, start)
  expect(shares).toEqual([0.2, 0.7])
})

it('ends a worker that shows no progress for five seconds', async () => {
  const { worker, start } = workerThat((_job, say) => setTimeout(() => say({ kind: 'progress', share: 0.1 }), 4000))
  const reading = readFile(table, {}, start)
  await vi.advanceTimersByTimeAsync(8000)
  expect(worker.isEnded).toBe(false)
  await vi.advanceTimersByTimeAsync(1001)
  expect(await reading).toEqual({ ok: false, refusal: { because: 'readingTooSlow' } })
  expect(worker.isEnded).toBe(true)
})

it('is cancelled at once, before and in the middle', async () => {
  const { worker, start } = workerThat(() => {})
  const control = new AbortController()
  const reading = readFile(table, { signal: control.signal }, start)
  await vi.advanceTimersByTimeAsync(10)
  control.abort()
  expect(await reading).toEqual({ ok: false, refusal: { because: 'cancelled' } })
  expect(worker.isEnded).toBe(true)
  expect(await readFile(table, { signal: control.signal }, start)).toEqual({
    ok: false,
    refusal: { because: 'cancelled' },
  })
})

it.each([
  ['breaks', workerThat((_job, _say, fail) => fail())],
  ['gives up', workerThat((_job, say) => say({ kind: 'failed' }))],
])('says when the worker %s', async (_case, { start }) => {
  expect(await readFile(table, {}, start)).toEqual({ ok: false, refusal: { because: 'readingFailed' } })
})

it.each([
  ['an empty file', new File([], 'leer.csv'), 'fileEmpty'],
  ['a film', { name: 'film.mp4', size: caps.archiveBytes + 1 } as File, 'fileTooLarge'],
  [
    'a file that has gone',
    { name: 'weg.csv', size: 5, arrayBuffer: () => Promise.reject(new Error('gone')) } as unknown as File,
    'readingFailed',
  ],
])('refuses %s before a worker starts', async (_case, file, because) => {
  const start = vi.fn()
  expect(await readFile(file, {}, start)).toMatchObject({ ok: false, refusal: { because } })
  expect(
    await planFile(file, { hasHeader: true, roles: [], dateOrder: 'dayFirst', decimal: ',' }, {}, start),
  ).toMatchObject({ ok: false })
  expect(start).not.toHaveBeenCalled()
})
