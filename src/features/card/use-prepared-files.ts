import { useEffect, useState } from 'react'
import { useExchange } from '../../parts/exchange-context.ts'
import type { PreparedFile } from '../../workspace/exchange-port.ts'
import { useFileRefusal } from './use-file-refusal.ts'

export type FileToCome = PreparedFile & {
  /** Of a picture: a small copy to look at. */
  readonly picture: string | undefined
}

export type ReadyFiles = {
  readonly taken: readonly FileToCome[]
  /** Sentences about those that cannot be kept. */
  readonly refused: readonly string[]
}

/** Makes files fit to be kept before a card is chosen, so that what cannot come is said first. Undefined until all are ready. */
export const usePreparedFiles = (files: readonly File[]): ReadyFiles | undefined => {
  const exchange = useExchange()
  const say = useFileRefusal()
  const [ready, setReady] = useState<ReadyFiles>()
  useEffect(() => {
    let isThere = true
    const addresses: string[] = []
    const prepare = async (): Promise<void> => {
      const [taken, refused]: [FileToCome[], string[]] = [[], []]
      for (const file of files) {
        const prepared = await exchange.prepareFile(file)
        if (!isThere) return
        if (!prepared.ok) {
          refused.push(say(file.name, prepared.refusal))
          continue
        }
        const small = prepared.value.width === null ? undefined : await exchange.thumbnail(prepared.value.bytes)
        const picture = small && URL.createObjectURL(small)
        if (picture !== undefined) addresses.push(picture)
        taken.push({ ...prepared.value, picture })
      }
      if (isThere) setReady({ taken, refused })
    }
    void prepare()
    return () => {
      isThere = false
      for (const address of addresses) URL.revokeObjectURL(address)
    }
    // The sentences follow the language; the files are made fit once.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [files, exchange])
  return ready
}
