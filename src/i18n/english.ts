import format from './messages/en/format.json'
import ui from './messages/en/ui.json'
import type { Messages } from './messages.ts'

export const english: Messages = {
  format,
  ui,
}
