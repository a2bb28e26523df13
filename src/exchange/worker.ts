/// <reference lib="webworker" />
import { planBytes, readBytes } from './read-bytes.ts'
import type { Answer, Job } from './job.ts'

const post = (answer: Answer): void => postMessage(answer)
const tell = (share: number): void => post({ kind: 'progress', share })

const work = async (job: Job): Promise<Answer> => ({
  kind: 'done',
  result: job.kind === 'read' ? await readBytes(job, tell) : planBytes(job, job.mapping, tell),
})

// Assigned, not added: papaparse takes `onmessage` for itself as soon as it is loaded in a worker.
onmessage = ({ data }: MessageEvent<Job>) => {
  work(data).then(post, () => post({ kind: 'failed' }))
}
