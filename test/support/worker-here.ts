import { ok } from '../../src/domain/kernel/result.ts'
import type { Job } from '../../src/exchange/job.ts'
import { readArchiveFile } from '../../src/exchange/read-archive.ts'
import { readBytes } from '../../src/exchange/read-bytes.ts'
import type { JobWorker } from '../../src/exchange/run-job.ts'

const answer = async (job: Job) => {
  if (job.kind === 'plan') throw new Error('no scene here plans tables')
  if (job.kind === 'read') return readBytes(job)
  const read = await readArchiveFile(job.file, job.passphrase)
  return read.ok ? ok({ kind: 'archive', archive: read.value }) : read
}

/** Reads on the page itself what a worker would read: jsdom has none. */
export const workerHere = (): JobWorker => {
  const page = new EventTarget()
  return {
    addEventListener: page.addEventListener.bind(page) as JobWorker['addEventListener'],
    postMessage: (job: Job) => {
      void answer(job).then(result =>
        page.dispatchEvent(new MessageEvent('message', { data: { kind: 'done', result } })),
      )
    },
    terminate: () => undefined,
  }
}
