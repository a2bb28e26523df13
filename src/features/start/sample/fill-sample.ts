import type { Workspace } from '../../../workspace/workspace.ts'

/** Fills a fresh workspace with the sample; `now` is the day it is relative to, in milliseconds UTC. */
export const fillSample = async (workspace: Workspace, now: number): Promise<void> => {
  await workspace.openDocument('workspace#1')
  void now
}
