import { addAttachments } from '../../domain/attachments/add-attachments.ts'
import { addLink } from '../../domain/attachments/edit-link.ts'
import { addComment } from '../../domain/discussion/add-comment.ts'
import { isCreation } from '../../domain/kernel/change.ts'
import { createItem } from '../../domain/work/create-item.ts'
import { item } from '../../domain/work/item.ts'
import { useCommand } from '../../parts/use-command.ts'
import { useTeam } from '../../parts/use-team.ts'
import { useWorkspace } from '../../parts/workspace-context.ts'
import type { SharedWords } from './shared-words.ts'
import { useFileRefusal } from './use-file-refusal.ts'
import type { FileToCome } from './use-prepared-files.ts'

/** Where it goes: a card that is there, or a new one with this title in this place. */
export type Goal = { readonly card: string } | { readonly title: string; readonly place: string }

/** Out: the card's id; or a sentence, and then nothing is lost: what was shared goes on waiting. */
type Brought = { readonly card: string } | { readonly refusal: string | undefined }

/** Puts what was shared on a card: pictures and files first, since only they can find no room. */
export const useBringingToCard = () => {
  const team = useTeam()
  const workspace = useWorkspace()
  const run = useCommand()
  const say = useFileRefusal()

  const keepAll = async (files: readonly FileToCome[]) => {
    const kept = []
    for (const { bytes, picture: _picture, ...facts } of files) {
      const hash = await workspace.blobs.keep(team.home, bytes)
      if (!hash.ok) return say(facts.name, hash.refusal)
      kept.push({ ...facts, size: bytes.length, hash: hash.value })
    }
    return kept
  }
  const cardFor = async (goal: Goal, { rest, whole }: SharedWords): Promise<string | undefined> => {
    if ('card' in goal) {
      const said = whole === '' || (await run(addComment, { item: goal.card, text: whole })).ok
      return said ? goal.card : undefined
    }
    const made = await run(createItem, { team: team.id, ...goal, kind: 'task', description: rest })
    return made.ok ? made.value.changes.find(change => isCreation(change) && change.type === item.type)?.id : undefined
  }
  return async (goal: Goal, words: SharedWords, taken: readonly FileToCome[]): Promise<Brought> => {
    const files = await keepAll(taken)
    if (typeof files === 'string') return { refusal: files }
    const card = await cardFor(goal, words)
    // The command has said itself why not.
    if (card === undefined) return { refusal: undefined }
    if (words.link) await run(addLink, { item: card, ...words.link })
    if (files.length > 0) await run(addAttachments, { item: card, files })
    return { card }
  }
}
