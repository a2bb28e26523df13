import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import LeaveQuestion from '../../src/app/leave-question.tsx'
import { I18nProvider } from '../../src/i18n/i18n-provider.tsx'
import { loadMessages } from '../../src/i18n/messages.ts'
import { ExchangeContext } from '../../src/parts/exchange-context.ts'
import type { ExchangePort } from '../../src/workspace/exchange-port.ts'
import { memoryWorkspace } from '../support/memory-ports.ts'

const ask = async () => {
  const answers: boolean[] = []
  const workspace = await memoryWorkspace()
  const messages = await loadMessages('de')
  render(
    <I18nProvider initial={{ language: 'de', messages }}>
      <ExchangeContext value={{} as ExchangePort}>
        <LeaveQuestion leaving={{ workspace, answer: leaves => answers.push(leaves) }} />
      </ExchangeContext>
    </I18nProvider>,
  )
  return answers
}

test.each([
  ['Hier bleiben', false],
  ['Schließen', false],
  ['Ohne Sichern wechseln', true],
])('before something unsaved is left, „%s“ answers %s', async (name, leaves) => {
  const answers = await ask()
  expect(screen.getByRole('dialog')).toHaveAccessibleName('Noch nicht alles gesichert')
  expect(screen.getByRole('button', { name: 'Zuerst Sicherung speichern' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name }))
  expect(answers).toEqual([leaves])
})
