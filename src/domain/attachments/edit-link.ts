import { bringBack, create, discard, edit, type Change } from '../kernel/change.ts'
import { defineCommand } from '../kernel/command.ts'
import { oneLine, plainLine } from '../kernel/line.ts'
import { ok, refuse, type Result } from '../kernel/result.ts'
import { live } from '../kernel/view.ts'
import { item } from '../work/item.ts'
import { readAddress } from './address.ts'
import { link, longestAddress, longestLinkName } from './link.ts'
import type { AttachmentRefusal } from './refusal.ts'

type Edited = Result<readonly Change[], AttachmentRefusal>
type OfLink = { readonly link: string }
type Texts = { readonly address: string; readonly name: string }

/** Why a link cannot be kept: no address, one that would run something, or texts that are too long. */
export const linkRefusal = ({ address, name }: Texts): AttachmentRefusal | undefined => {
  if (plainLine(address) === '') return { because: 'addressIsMissing' }
  if (!readAddress(address)) return { because: 'addressIsUnsafe' }
  if (plainLine(address).length > longestAddress) return { because: 'addressIsTooLong', longest: longestAddress }
  return oneLine(name).length > longestLinkName ? { because: 'nameIsTooLong', longest: longestLinkName } : undefined
}

const kept = ({ address, name }: Texts): Texts => ({ address: plainLine(address), name: oneLine(plainLine(name)) })

export type AddLink = { readonly item: string; readonly address: string; readonly name?: string | undefined }

/**
 * Puts a link on an item: an http, https or mailto address, a network path, a file number. Refuses an item that is gone or moved, no
 * address, one that would run something, and texts that are too long.
 */
export const addLink = defineCommand('addLink', (view, { item: id, address, name = '' }: AddLink, context): Edited => {
  const owner = live(view, item, id)
  if (!owner) return refuse({ because: 'itemIsGone' })
  if (owner.movedTo) return refuse({ because: 'itemIsMoved' })
  const refusal = linkRefusal({ address, name })
  if (refusal) return refuse(refusal)
  const at = { document: owner.document, id: context.newId() }
  return ok(create(link, at, { item: id, ...kept({ address, name }) }, context))
})

export type EditLink = OfLink & Partial<Texts>

/** Gives a link another address or name; what is left out stays. Refuses as `addLink` does. */
export const editLink = defineCommand('editLink', (view, { link: id, ...texts }: EditLink): Edited => {
  const record = live(view, link, id)
  if (!record) return refuse({ because: 'linkIsGone' })
  const wanted = { address: record.address, name: record.name, ...texts }
  const refusal = linkRefusal(wanted)
  return refusal ? refuse(refusal) : ok(edit(link, record, kept(wanted)))
})

/** Takes a link off its item, into the bin. */
export const removeLink = defineCommand('removeLink', (view, { link: id }: OfLink, context): Edited => {
  const record = live(view, link, id)
  return record ? ok(discard(record, context)) : refuse({ because: 'linkIsGone' })
})

/** Takes a link out of the bin. Refuses what was overwritten after a month there. */
export const restoreLink = defineCommand('restoreLink', (view, { link: id }: OfLink): Edited => {
  const record = view.get(link, id)
  return record?.deleted && !record.purged ? ok(bringBack(record)) : refuse({ because: 'linkIsNotInBin' })
})
