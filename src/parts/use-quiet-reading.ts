import { useEffect, useState } from 'react'
import type { AnyDefinition } from '../domain/kernel/record.ts'
import type { View } from '../domain/kernel/view.ts'
import { isSameAnswer } from '../workspace/reading.ts'
import { afterChanges } from './after-changes.ts'
import { useWorkspace } from './workspace-context.ts'

/**
 * Reads over many records, for sums and lists: asked again a moment after any record of the type has changed, so that one edit on
 * a large board does not wait for it. What it uses besides the view belongs into `inputs`.
 */
export const useQuietReading = <Value>(
  definition: AnyDefinition,
  read: (view: View) => Value,
  inputs: readonly unknown[],
): Value => {
  const { records } = useWorkspace()
  const ask = () => ({ inputs, value: read(records), changes: records.changesOf(definition.type) })
  const [answer, setAnswer] = useState(ask)
  const isFresh =
    inputs.length === answer.inputs.length && inputs.every((input, at) => Object.is(input, answer.inputs[at]))
  const current = isFresh ? answer : ask()
  if (!isFresh) setAnswer(current)
  useEffect(
    () => {
      const again = () => {
        const next = ask()
        setAnswer(before => (isSameAnswer(before.value, next.value) ? before : next))
      }
      // What came between drawing and listening has told nobody.
      if (records.changesOf(definition.type) !== current.changes) again()
      return afterChanges(records, definition, again)
    },
    // `read` is a new function in every render by nature; what it depends on stands in `inputs`.
    // oxlint-disable-next-line react/exhaustive-deps
    [records, definition, ...inputs],
  )
  return current.value
}
