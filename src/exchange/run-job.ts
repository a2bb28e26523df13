import { refuse, type Result } from '../domain/kernel/result.ts'
import type { FileRefusal, Watch } from '../workspace/exchange-port.ts'
import { caps } from './caps.ts'
import type { Answer, Job } from './job.ts'

/** What a job needs of a worker; tests hand in one of their own. */
export type JobWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

export const startWorker = (): JobWorker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

/**
 * Runs one job in a worker of its own. `Value` is what the job's kind answers. The worker is ended when the job is done, when the
 * signal aborts, and when it shows no progress for five seconds; a file that makes a parser run for ever costs one worker and
 * nothing else.
 */
export const runJob = <Value>(
  job: Job,
  { onProgress, signal }: Watch,
  start: () => JobWorker = startWorker,
): Promise<Result<Value, FileRefusal>> =>
  new Promise(resolve => {
    if (signal?.aborted) return resolve(refuse({ because: 'cancelled' }))
    const worker = start()
    let patience: ReturnType<typeof setTimeout> | undefined
    const end = (result: Result<unknown, FileRefusal>): void => {
      clearTimeout(patience)
      signal?.removeEventListener('abort', cancel)
      worker.terminate()
      resolve(result as Result<Value, FileRefusal>)
    }
    const cancel = (): void => end(refuse({ because: 'cancelled' }))
    const wait = (): void => {
      clearTimeout(patience)
      patience = setTimeout(() => end(refuse({ because: 'readingTooSlow' })), caps.patience)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      wait()
      if (data.kind === 'progress') onProgress?.(data.share)
      else end(data.kind === 'done' ? data.result : refuse({ because: 'readingFailed' }))
    })
    worker.addEventListener('error', () => end(refuse({ because: 'readingFailed' })))
    signal?.addEventListener('abort', cancel)
    wait()
    worker.postMessage(job, 'bytes' in job ? [job.bytes.buffer] : [])
  })
