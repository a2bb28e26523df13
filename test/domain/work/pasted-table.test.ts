import { expect, it } from 'vitest'
import { pastedColumns } from '../../../src/domain/work/pasted-table.ts'

it.each([
  ['rows of Excel', 'Titel\tFrist\tPunkte\nAntrag, neu\t20.11.2026\t3,5', 3],
  ['one row of Excel', 'Antrag\t20.11.2026', 2],
  ['a cell of several lines', '"Antrag\nmit Anlage\nund mehr"\tBen\nBescheid\tBen', 2],
  ['a table with a line above it', 'Liste vom Freitag\nAntrag\tBen\nBescheid\tClara', 2],
  ['a file with semicolons', 'Titel;Frist\nAntrag;morgen', 2],
  ['bars of a text', '| Antrag | Ben |\n| Bescheid | Clara |', 4],
  ['commas without blanks', 'Titel,Frist\nAntrag,morgen', 2],
  ['sentences', 'Erst prüfen, dann schreiben\nErst fragen, dann handeln', 1],
  ['one sentence with a semicolon', 'Prüfen; schreiben', 1],
  ['semicolons here and there', 'Prüfen; schreiben\nAblegen', 1],
  ['a list in which one line has a tab', '1.\tAntrag\nBescheid\nAkte\nFrist', 1],
  ['nothing', ' \n', 1],
])('%s', (_case, text, columns) => {
  expect(pastedColumns(text)).toBe(columns)
})

it('looks only at the beginning of a long paste', () => {
  expect(pastedColumns(`Antrag\tBen\n${'x'.repeat(200_000)}\n${'y\n'.repeat(100_000)}`)).toBe(2)
})
