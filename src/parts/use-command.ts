import { useCallback } from 'react'
import type { Command } from '../domain/kernel/command.ts'
import type { AnyRefusal, Result } from '../domain/kernel/result.ts'
import { toasts } from '../ui/toasts.ts'
import type { Done, SessionRefusal } from '../workspace/session.ts'
import { useRefusalText } from './use-refusal-text.ts'
import { useUndo } from './use-undo.ts'
import { useWorkspace } from './workspace-context.ts'

type Saying = {
  /** Said when it worked, with "Rückgängig" beside it. */
  readonly done?: string
}

/**
 * Runs commands for a screen. A refusal is said in the user's language; success is said when the caller gives words for it.
 * Out: the result, for callers that go on with it.
 */
export const useCommand = () => {
  const workspace = useWorkspace()
  const textOf = useRefusalText()
  const { takeBack, undoLabel } = useUndo()
  return useCallback(
    async <Args, Refusal extends AnyRefusal>(
      command: Command<Args, Refusal>,
      args: Args,
      { done }: Saying = {},
    ): Promise<Result<Done, Refusal | SessionRefusal>> => {
      const result = await workspace.run(command, args)
      if (!result.ok) toasts.show({ text: textOf(result.refusal) })
      else if (done !== undefined && result.value.changes.length > 0)
        toasts.show({ text: done, named: true, action: { label: undoLabel, run: () => void takeBack(result.value) } })
      return result
    },
    [workspace, textOf, takeBack, undoLabel],
  )
}
