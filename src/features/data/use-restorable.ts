import { useCallback, useEffect, useState } from 'react'
import { useDevice } from '../../parts/device-context.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { BackupFile } from '../../workspace/backup-port.ts'
import type { Device, SnapshotInfo } from '../../workspace/device.ts'
import type { Archive, ExchangePort, FileRefusal } from '../../workspace/exchange-port.ts'

/** A copy inside this browser, or an archive in the folder. */
export type Restorable =
  Readonly<{ kind: 'snapshot'; info: SnapshotInfo }> | Readonly<{ kind: 'file'; file: BackupFile }>

export type Read =
  | Readonly<{ state: 'reading' }>
  | Readonly<{ state: 'unreadable'; because: FileRefusal | undefined }>
  /** `because`: what is wrong with the passphrase given before. */
  | Readonly<{ state: 'sealed'; because: FileRefusal | undefined }>
  | Readonly<{ state: 'ready'; archive: Archive }>

const fileOf = async (device: Device, workspace: string, from: Restorable): Promise<File | undefined> => {
  if (from.kind === 'file') return from.file.open()
  const { name } = from.info
  const bytes = await device.readSnapshot(workspace, name)
  return bytes && new File([new Uint8Array(bytes)], `${name}.json`)
}

const readArchive = async (exchange: ExchangePort, file: File | undefined, passphrase?: string): Promise<Read> => {
  const found = file && (await exchange.read(file, { passphrase }))
  if (found?.ok && found.value.kind === 'archive') return { state: 'ready', archive: found.value.archive }
  const because = found && !found.ok ? found.refusal : undefined
  if (because?.because === 'passphraseNeeded') return { state: 'sealed', because: undefined }
  if (because?.because === 'passphraseWrong') return { state: 'sealed', because }
  return { state: 'unreadable', because }
}

/** Reads what is to be restored; a sealed archive waits for its passphrase. */
export const useRestorable = (from: Restorable) => {
  const device = useDevice()
  const { id } = useWorkspace()
  const exchange = useExchange()
  const [read, setRead] = useState<Read>({ state: 'reading' })
  const open = useCallback(
    async (passphrase?: string): Promise<Read> => {
      const failed = (): Read => ({ state: 'unreadable', because: { because: 'readingFailed' } })
      return fileOf(device, id, from)
        .then(file => readArchive(exchange, file, passphrase))
        .catch(failed)
    },
    [device, id, exchange, from],
  )
  useEffect(() => {
    let isWanted = true
    void open().then(next => {
      if (isWanted) setRead(next)
    })
    return () => {
      isWanted = false
    }
  }, [open])
  const unseal = async (passphrase: string): Promise<void> => {
    setRead({ state: 'reading' })
    setRead(await open(passphrase))
  }
  return { read, unseal }
}
