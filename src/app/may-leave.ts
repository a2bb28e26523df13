import type { StoreApi } from 'zustand/vanilla'
import type { Workspace } from '../workspace/workspace.ts'

/** A workspace that is to be closed although something in it would be lost, and the way to answer. */
export type Leaving = Readonly<{ workspace: Workspace; answer: (leaves: boolean) => void }>

/**
 * Waits until the workspace is saved. What stands in this tab's memory alone would be lost with it: then the question is put into
 * `state`, until a person answers or saving succeeds after all. Out: whether it may be closed.
 */
export const mayLeave = async (
  workspace: Workspace,
  state: Pick<StoreApi<{ readonly leaving: Leaving | undefined }>, 'setState'>,
): Promise<boolean> => {
  await workspace.saving.settled()
  const saving = workspace.saving.state
  if (!saving.getState().atRisk) return true
  return new Promise(resolve => {
    const answer = (leaves: boolean): void => {
      stop()
      state.setState({ leaving: undefined })
      resolve(leaves)
    }
    const stop = saving.subscribe(({ atRisk }) => {
      if (!atRisk) answer(true)
    })
    state.setState({ leaving: { workspace, answer } })
  })
}
