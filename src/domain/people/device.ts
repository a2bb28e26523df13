import { lineCell } from '../kernel/cell.ts'
import { defineRecord, type RecordOf } from '../kernel/record.ts'

export const longestLabel = 60
/** A device's id in hexadecimal. */
const idLength = 64

/** How people call one of their devices. Which devices belong to whom says the membership log, not this. */
export const device = defineRecord({
  type: 'device',
  document: 'workspace',
  cells: { device: lineCell(idLength), label: lineCell(longestLabel) },
  indexes: { device: { key: record => record.device } },
})
export type DeviceRecord = RecordOf<typeof device>
