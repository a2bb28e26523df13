import { useRef, useState } from 'react'
import { addAttachments } from '../../domain/attachments/add-attachments.ts'
import { useT } from '../../i18n/use-t.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useExchange } from '../../parts/exchange-context.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import { announce } from '../../ui/announcements.ts'
import { useFileRefusal } from './use-file-refusal.ts'

export type FileUnderWay = { readonly id: number; readonly name: string }
/** A file that was not taken, and why. */
export type FileLeftOut = { readonly id: number; readonly text: string }

let lastId = 0

/** Puts files on a card one after the other: made fit, kept, then named by the card. Each can be called off until it is kept. */
export const useAddingFiles = (item: string, document: string) => {
  const t = useT('card')
  const workspace = useWorkspace()
  const exchange = useExchange()
  const run = useCommand()
  const say = useFileRefusal()
  const [underWay, setUnderWay] = useState<readonly FileUnderWay[]>([])
  const [leftOut, setLeftOut] = useState<readonly FileLeftOut[]>([])
  const cancelled = useRef(new Set<number>())
  const drop = (id: number) => setUnderWay(now => now.filter(one => one.id !== id))
  const refuse = (id: number, text: string) => {
    setLeftOut(now => [...now, { id, text }])
    announce(text)
  }
  const addOne = async (id: number, file: File): Promise<void> => {
    const isWanted = () => !cancelled.current.has(id)
    if (!isWanted()) return
    const prepared = await exchange.prepareFile(file)
    if (!isWanted()) return
    if (!prepared.ok) return refuse(id, say(file.name, prepared.refusal))
    const { bytes, ...facts } = prepared.value
    const kept = await workspace.blobs.keep(document, bytes)
    if (!isWanted()) return
    if (!kept.ok) return refuse(id, say(file.name, kept.refusal))
    const added = { ...facts, size: bytes.length, hash: kept.value }
    const done = await run(addAttachments, { item, files: [added] })
    if (done.ok) announce(t('files.added', { name: facts.name }))
  }
  const add = async (files: readonly File[]): Promise<void> => {
    const named = files.map(file => ({ id: ++lastId, name: file.name, file }))
    setLeftOut([])
    setUnderWay(now => [...now, ...named])
    for (const { id, name, file } of named) {
      await addOne(id, file).catch(() => refuse(id, t('files.unreadable', { name })))
      drop(id)
    }
  }
  const cancel = (id: number) => {
    cancelled.current.add(id)
    drop(id)
  }
  return { add, cancel, underWay, leftOut }
}
