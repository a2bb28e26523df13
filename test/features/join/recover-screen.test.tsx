import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { createStore } from 'zustand/vanilla'
import RecoverScreen from '../../../src/features/join/recover-screen.tsx'
import { sheetTextIn } from '../../../src/features/join/sheet-text.ts'
import { loadAreas } from '../../../src/i18n/messages.ts'
import { DeviceContext } from '../../../src/parts/device-context.ts'
import type { Joining, JoiningView } from '../../../src/workspace/sync-port.ts'
import { memoryDevice } from '../../support/memory-device.ts'
import { showScreen, teamAtWork } from '../../support/team-screen.tsx'

const groups = Array.from({ length: 25 }, (_, at) => `7K3Q${'ABCDEFGHJKMNPQRSTVWXYZ012'[at]}`)
const sheet = groups.join('-')

const show = async (openSheet: Joining['openSheet']) => {
  await loadAreas('recovery')
  const { device } = memoryDevice()
  const view = createStore<JoiningView | undefined>(() => undefined)
  const joining = { ...device.joining, view, openSheet }
  return showScreen(
    await teamAtWork(),
    <DeviceContext value={{ ...device, joining }}>
      <RecoverScreen />
    </DeviceContext>,
    '/recover',
  )
}

const text = () => screen.getByRole('textbox', { name: /^Text des Blatts/ })
const passphrase = () => screen.getByLabelText(/^Passphrase/)
const open = () => userEvent.click(screen.getByRole('button', { name: 'Blatt öffnen' }))

test.each([
  ['sheetIsMisread', text, /Hier stimmt ein Zeichen nicht/],
  ['sheetIsNewer', text, /von einer neueren Version/],
  ['passphraseIsWrong', passphrase, /Die Passphrase passt nicht/],
] as const)('%s is said at its field, and goes when something is typed', async (because, field, sentence) => {
  await show(async () => ({ ok: false, refusal: { because } }))
  await userEvent.type(text(), 'abc')
  await open()
  await waitFor(() => expect(field()).toHaveAccessibleDescription(sentence))
  expect(text()).toHaveValue('abc')
  await userEvent.type(field(), 'x')
  expect(field()).toBeValid()
})

test('the file is read, and with its passphrase the way leads to joining', async () => {
  const opened: (readonly [string, string])[] = []
  const { location } = await show(async (...given) => {
    opened.push(given)
    return { ok: true, value: 'open' }
  })
  const file = new File([`Wiederherstellungsblatt\r\n\r\nText des Blatts:\r\n\r\n  ${sheet}\r\n`], 'Blatt.txt')
  await userEvent.upload(screen.getByLabelText('Datei des Blatts'), file)
  await waitFor(() => expect(text()).toHaveValue(sheet))
  await userEvent.type(passphrase(), 'Hafen Nebel')
  await open()
  await waitFor(() => expect(location.history.at(-1)).toBe('/join'))
  expect(opened).toEqual([[sheet, 'Hafen Nebel']])
})

test.each<readonly [string, string, string]>([
  ['alone', sheet, sheet],
  ['in lower case, with spaces and lines', groups.join(' \n').toLowerCase(), sheet.toLowerCase()],
  ['in the middle of its file', `Arbeitsbereich Bauakte\nText des Blatts:\n\n  ${sheet}\n\n(Ein Tippfehler)`, sheet],
  ['a group too few is left to be judged', ` ${groups.slice(1).join('-')} `, groups.slice(1).join('-')],
])('the text of a sheet is found: %s', (_, typed, found) => {
  expect(sheetTextIn(typed)).toBe(found)
})
