import type { Priority } from '../domain/work/item.ts'

/** A priority is only worth a sign when it is high or highest; what is normal needs none. */
export const isUrgent = (priority: Priority): priority is 'high' | 'highest' =>
  priority === 'high' || priority === 'highest'
