import type { TableMapping } from '../domain/intake/table.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { FileRefusal } from '../workspace/exchange-port.ts'

/** What the page asks of the worker: one job, then it ends. */
export type Job =
  | { readonly kind: 'read'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'plan'; readonly name: string; readonly bytes: Uint8Array; readonly mapping: TableMapping }
  | { readonly kind: 'archive'; readonly file: Blob; readonly passphrase: string | undefined }

export type Answer =
  | { readonly kind: 'progress'; readonly share: number }
  /** What the job asked for: a `ReadFile` for `read` and `archive`, an `ImportPlan` for `plan`. */
  | { readonly kind: 'done'; readonly result: Result<unknown, FileRefusal> }
  | { readonly kind: 'failed' }
