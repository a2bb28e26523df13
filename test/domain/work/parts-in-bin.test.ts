import { expect, test } from 'vitest'
import { allCommands as commands } from '../../../src/domain/commands.ts'
import { timeInBin } from '../../../src/domain/work/bin.ts'
import { partsInBin } from '../../../src/domain/work/parts-in-bin.ts'
import { buildingOffice, created } from './building-office.ts'

/** A card with a comment, a photo and a link that were taken away again. */
const emptied = () => {
  const scene = buildingOffice()
  const { done, view, team } = scene
  const id = scene.card('Antrag')
  const said = created(done(commands.addComment, { item: id, text: 'Falsche Karte.' }), 'comment')
  const files = [{ name: 'Plan.png', mediaType: 'image/png', size: 5, hash: 'f'.repeat(64) }]
  const photo = created(done(commands.addAttachments, { item: id, files }), 'attachment')
  const page = created(done(commands.addLink, { item: id, address: 'https://www.bund.de' }), 'link')
  done(commands.addComment, { item: id, text: 'Bleibt.' })
  done(commands.deleteComment, { comment: said })
  done(commands.removeAttachment, { attachment: photo })
  done(commands.removeLink, { link: page })
  return { ...scene, id, said, photo, page, inBin: () => partsInBin(view, team()).map(record => record.id) }
}

test('what was taken off a card alone lies in the bin, until it comes back or a month is over', () => {
  const { done, inBin, said, photo, page, office, teamId } = emptied()
  expect(inBin()).toEqual([said, photo, page])
  done(commands.restoreAttachment, { attachment: photo })
  expect(inBin()).toEqual([said, page])
  office.pass(timeInBin)
  done(commands.emptyBin, { team: teamId })
  expect(inBin()).toEqual([])
})

test('what went with its card is not named beside it, nor what is in another team now', () => {
  const { done, inBin, id } = emptied()
  done(commands.deleteItems, { items: [id] })
  expect(inBin()).toEqual([])
  done(commands.restoreItems, { items: [id] })
  expect(inBin()).toHaveLength(3)
  const columns = [{ name: 'Neu', category: 'open' }] as const
  const it = created(done(commands.foundTeam, { name: 'IT', method: 'kanban', columns }), 'team')
  done(commands.moveItemToTeam, { item: id, team: it })
  expect(inBin()).toEqual([])
})
