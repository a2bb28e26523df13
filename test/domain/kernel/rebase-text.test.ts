import { expect, test } from 'vitest'
import { rebaseText } from '../../../src/domain/kernel/rebase-text.ts'

const base = 'Das Amt prüft den Antrag.'

test.each([
  { scene: 'nobody else wrote', mine: 'Das Amt prüft.', theirs: base, together: 'Das Amt prüft.' },
  { scene: 'I wrote nothing', mine: base, theirs: 'Das Bauamt prüft.', together: 'Das Bauamt prüft.' },
  { scene: 'both wrote the same', mine: 'Fertig.', theirs: 'Fertig.', together: 'Fertig.' },
  {
    scene: 'I changed the beginning, Ben the end',
    mine: 'Das Bauamt prüft den Antrag.',
    theirs: 'Das Amt prüft den Antrag heute.',
    together: 'Das Bauamt prüft den Antrag heute.',
  },
  {
    scene: 'I changed the end, Ben the beginning',
    mine: 'Das Amt prüft den Antrag heute.',
    theirs: 'Das Bauamt prüft den Antrag.',
    together: 'Das Bauamt prüft den Antrag heute.',
  },
  {
    scene: 'both changed the same word: nothing typed is lost',
    mine: 'Das Amt bewilligt den Antrag.',
    theirs: 'Das Amt verwirft den Antrag.',
    together: 'Das Amt verwirft bewilligt den Antrag.',
  },
  {
    scene: 'both added at the same spot',
    mine: `${base} Danke.`,
    theirs: `${base} Heute.`,
    together: `${base} Heute.  Danke.`,
  },
  {
    scene: 'I added where Ben rewrote',
    mine: 'Das Amt prüft gründlich den Antrag.',
    theirs: 'Das Amt prüft alles.',
    together: 'Das Amt prüft alles. gründlich ',
  },
])('$scene', ({ mine, theirs, together }) => expect(rebaseText(base, mine, theirs)).toBe(together))
