import { useEffect } from 'react'

/** What the way to a paper leaves in the history: where it came from, which cards were chosen there, and whether the print dialogue was wished for. */
export type PaperWay = {
  readonly from?: string
  readonly chosen?: readonly string[]
  readonly printNow?: boolean
}

const wayNow = (): PaperWay => {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null ? state : {}
}

/** Where the paper was asked for; kept over a reload. */
export const paperOrigin = (): string | undefined => wayNow().from

/** The cards that were chosen where the paper was asked for; kept over a reload. */
export const paperChosen = (): readonly string[] => wayNow().chosen ?? []

/** Opens the print dialogue once when the paper is whole, if it was asked for by Strg+P. */
export const usePrintNow = (isWhole: boolean): void => {
  useEffect(() => {
    const way = wayNow()
    if (!isWhole || way.printNow !== true) return undefined
    // A reload must not ask again.
    history.replaceState({ ...way, printNow: false }, '')
    const frame = requestAnimationFrame(() => print())
    return () => cancelAnimationFrame(frame)
  }, [isWhole])
}
