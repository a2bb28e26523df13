import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { I18nProvider } from '../../src/i18n/i18n-provider.tsx'
import { loadMessages } from '../../src/i18n/messages.ts'

const messages = await loadMessages('de')

export function inGerman(children: ReactNode) {
  return <I18nProvider initial={{ language: 'de', messages }}>{children}</I18nProvider>
}

/** Shows a piece of screen in German. */
export function show(children: ReactNode) {
  const shown = render(inGerman(children))
  return { ...shown, again: (next: ReactNode) => shown.rerender(inGerman(next)) }
}
