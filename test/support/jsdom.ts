import 'fake-indexeddb/auto'
import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// What is fetched when it is first opened takes its time on a busy machine.
configure({ asyncUtilTimeout: 20_000 })

// jsdom has dialogs without modality: enough to show, close and answer Esc, no top layer.
HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
  this.open = true
}
HTMLDialogElement.prototype.show ??= HTMLDialogElement.prototype.showModal
HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement, answer?: string) {
  this.open = false
  if (answer !== undefined) this.returnValue = answer
  this.dispatchEvent(new Event('close'))
}
window.matchMedia ??= query =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => {},
    removeListener: () => {},
  })
