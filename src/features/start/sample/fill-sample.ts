import { fillSample as command } from '../../../domain/sample/fill-sample.ts'
import type { Workspace } from '../../../workspace/workspace.ts'

/** Fills a fresh workspace with the sample. Resolves when it is durable, so that a reload finds all of it. */
export const fillSample = async (workspace: Workspace): Promise<void> => {
  await workspace.run(command, undefined)
  await workspace.saving.settled()
}
