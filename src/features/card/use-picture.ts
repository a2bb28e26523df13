import { useEffect, useState } from 'react'
import { isPicture, type Attachment } from '../../domain/attachments/attachment.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { Workspace } from '../../workspace/workspace.ts'

type Named = Pick<Attachment, 'document' | 'hash' | 'mediaType'>

/** The bytes of a photo or file; undefined when this device does not have them. A picture keeps its type, all else is a file to save. */
export const readBlob = async (workspace: Workspace, named: Named): Promise<Blob | undefined> => {
  if (named.hash === '') return undefined
  const read = await workspace.blobs.read(named.document, named.hash)
  const type = isPicture(named) ? named.mediaType : 'application/octet-stream'
  return read.ok ? new Blob([read.value], { type }) : undefined
}

/** `wait`: not read yet; `missing`: not on this device, or no picture after all. */
export type Shown = 'wait' | 'missing' | { readonly address: string }

/** A picture to show, whole or small. The memory is given back when nobody looks any more. */
export const usePicture = (named: Named, size: 'whole' | 'small'): Shown => {
  const workspace = useWorkspace()
  const exchange = useExchange()
  const { document, hash, mediaType } = named
  const [shown, setShown] = useState<{ readonly of: string; readonly as: Shown }>()
  useEffect(() => {
    let address: string | undefined
    let isThere = true
    const read = async (): Promise<Blob | undefined> => {
      const whole = await readBlob(workspace, { document, hash, mediaType })
      return whole && size === 'small' ? exchange.thumbnail(new Uint8Array(await whole.arrayBuffer())) : whole
    }
    const show = (blob: Blob | undefined): void => {
      if (!isThere) return
      address = blob && URL.createObjectURL(blob)
      setShown({ of: hash, as: address === undefined ? 'missing' : { address } })
    }
    read().then(show, () => show(undefined))
    return () => {
      isThere = false
      if (address !== undefined) URL.revokeObjectURL(address)
    }
  }, [workspace, exchange, document, hash, mediaType, size])
  return shown?.of === hash ? shown.as : 'wait'
}
