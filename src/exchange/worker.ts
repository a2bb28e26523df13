/// <reference lib="webworker" />
import { ok, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal, ReadFile } from '../workspace/exchange-port.ts'
import type { Answer, Job } from './job.ts'
import { readArchiveFile } from './read-archive.ts'
import { planBytes, readBytes } from './read-bytes.ts'

const post = (answer: Answer): void => postMessage(answer)
const tell = (share: number): void => post({ kind: 'progress', share })

const resultOf = async (job: Job): Promise<Result<unknown, FileRefusal>> => {
  if (job.kind === 'read') return readBytes(job, tell)
  if (job.kind === 'plan') return planBytes(job, job.mapping, tell)
  const read = await readArchiveFile(job.file, job.passphrase, tell)
  return read.ok ? ok({ kind: 'archive', archive: read.value } satisfies ReadFile) : read
}

const work = async (job: Job): Promise<Answer> => ({ kind: 'done', result: await resultOf(job) })

// Assigned, not added: papaparse takes `onmessage` for itself as soon as it is loaded in a worker.
onmessage = ({ data }: MessageEvent<Job>) => {
  work(data).then(post, () => post({ kind: 'failed' }))
}
