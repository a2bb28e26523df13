import { useCallback } from 'react'
import type { Command } from '../domain/kernel/command.ts'
import type { AnyRefusal } from '../domain/kernel/result.ts'
import { useRefusalText } from './use-refusal-text.ts'
import { useWorkspace } from './workspace-context.ts'

/**
 * Runs the command of a field that keeps what was typed. Out: the sentence of a refusal, which the field shows beside the draft;
 * undefined when it was taken.
 */
export const useFieldCommand = () => {
  const workspace = useWorkspace()
  const textOf = useRefusalText()
  return useCallback(
    async <Args, Refusal extends AnyRefusal>(
      command: Command<Args, Refusal>,
      args: Args,
    ): Promise<string | undefined> => {
      const result = await workspace.run(command, args)
      return result.ok ? undefined : textOf(result.refusal)
    },
    [workspace, textOf],
  )
}
