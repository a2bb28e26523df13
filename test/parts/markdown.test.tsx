import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { Markdown } from '../../src/parts/markdown.tsx'
import { isSafeAddress, readInline, readMarkdown } from '../../src/parts/markdown-blocks.ts'
import { showScreen, teamAtWork } from '../support/team-screen.tsx'

const flat = (text: string): string =>
  readMarkdown(text)
    .map(block => (block.kind === 'heading' ? 'H' : `${block.kind[0]}${block.lines.length}`))
    .join(' ')

test.each([
  ['', ''],
  ['Ein Satz.\nNoch einer.', 'p2'],
  ['Ein Satz.\n\nEin Absatz.', 'p1 p1'],
  ['# Ziel\nDer Antrag', 'H p1'],
  ['Dabei:\n- eins\n- zwei\n\nDanach', 'p1 l2 p1'],
  ['1. eins\n2. zwei\n- drei', 'l2 l1'],
  ['-kein Punkt\n#kein Titel', 'p2'],
])('%j is read as %s', (text, blocks) => expect(flat(text)).toBe(blocks))

test.each([
  [
    'siehe https://amt.example/a.',
    [{ kind: 'text', text: 'siehe ' }, 'https://amt.example/a', { kind: 'text', text: '.' }],
  ],
  ['[Vorlage](https://amt.example)', ['https://amt.example']],
  ['[Klick](javascript:alert(1))', [{ kind: 'text', text: '[Klick](javascript:alert(1))' }]],
  ['<b onclick=x>fett</b>', [{ kind: 'text', text: '<b onclick=x>fett</b>' }]],
  ['2 * 3 ** 4', [{ kind: 'text', text: '2 * 3 ** 4' }]],
])('%s', (text, parts) =>
  expect(readInline(text).map(part => (part.kind === 'link' ? part.href : part))).toEqual(parts),
)

test.each([
  ['https://amt.example', true],
  ['mailto:post@amt.example', true],
  ['javascript:alert(1)', false],
  ['data:text/html,x', false],
  [' https://amt.example', false],
])('%s may be a link: %s', (address, isSafe) => expect(isSafeAddress(address)).toBe(isSafe))

test('a description is drawn as headings, points, ticks and links, and nothing of it is HTML', async () => {
  const text = '## Ziel\n**Ohne Termin**\n- [x] gefragt\n- [ ] offen\n<img src=x onerror=alert(1)>'
  const { container } = await showScreen(await teamAtWork(), <Markdown text={text} />)
  expect(screen.getByRole('heading', { name: 'Ziel' })).toBeVisible()
  expect(screen.getByText('Ohne Termin').tagName).toBe('STRONG')
  expect(screen.getByRole('img', { name: 'Abgehakt' })).toBeVisible()
  expect(container.querySelector('img[src]')).toBeNull()
})
