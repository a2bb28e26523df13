import { ok, refuse } from '../../src/domain/kernel/result.ts'
import type { ExchangePort } from '../../src/workspace/exchange-port.ts'

const unasked = (): never => {
  throw new Error('no scene here reads or writes archives')
}

/** Files as a screen sees them, without a worker: what calls itself a picture is taken as one, an empty file is refused. */
export const plainExchange: ExchangePort = {
  read: unasked,
  planTable: unasked,
  printArchive: unasked,
  packArchive: unasked,
  makeSeal: unasked,
  printTable: unasked,
  prepareFile: async file => {
    if (file.size === 0) return refuse({ because: 'fileIsEmpty', name: file.name })
    const bytes = new Uint8Array(await file.arrayBuffer())
    const isPicture = file.type.startsWith('image/')
    const measures = isPicture ? { width: 40, height: 30 } : { width: null, height: null }
    return ok({ name: file.name, mediaType: file.type, bytes, ...measures })
  },
  thumbnail: async bytes => new Blob([bytes]),
}
