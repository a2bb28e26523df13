import { isDay } from '../kernel/day.ts'
import { longestDescription } from './item.ts'
import type { WorkRefusal } from './refusal.ts'

/** How many bytes of UTF-8 a description still has room for; negative when it is over the limit of 32 KiB. */
export const descriptionRoom = (text: string): number => longestDescription - new TextEncoder().encode(text).length

/** Refuses texts over 32 KiB of UTF-8: long text travels whole in one journal entry of at most 64 KiB. */
export const descriptionRefusal = (text: string): WorkRefusal | undefined =>
  descriptionRoom(text) < 0 ? { because: 'textIsTooLong', longest: longestDescription } : undefined

/** Refuses what is no number, and less than nothing; null means "not estimated". */
export const estimateRefusal = (estimate: number | null): WorkRefusal | undefined =>
  estimate === null || (Number.isFinite(estimate) && estimate >= 0) ? undefined : { because: 'numberIsUnfit' }

/** Refuses days that do not exist; null means "no day". */
export const dayRefusal = (day: string | null): WorkRefusal | undefined =>
  day === null || isDay(day) ? undefined : { because: 'dayIsUnfit' }
