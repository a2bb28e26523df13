import { longestDescription } from '../work/item.ts'
import { isImported, type Comment } from './comment.ts'
import type { DiscussionRefusal } from './refusal.ts'

/** Refuses a text of blanks alone, and more than 32 KiB of UTF-8: long text travels whole in one journal entry. */
export const commentRefusal = (text: string): DiscussionRefusal | undefined => {
  if (text.trim() === '') return { because: 'textIsMissing' }
  const isTooLong = new TextEncoder().encode(text).length > longestDescription
  return isTooLong ? { because: 'textIsTooLong', longest: longestDescription } : undefined
}

/** Whether a person may change what stands there: their own words, not what an import says somebody else has written. */
export const mayEdit = (record: Comment, actor: string): boolean => record.createdBy === actor && !isImported(record)

/** Whether a person may take a comment away: their own, and what they have brought along from elsewhere. */
export const mayDelete = (record: Comment, actor: string): boolean => record.createdBy === actor
