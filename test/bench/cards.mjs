const subjects = [
  'Antrag',
  'Bescheid',
  'Formular',
  'Schnittstelle',
  'Akte',
  'Schulung',
  'Vergabe',
  'Vorlage',
  'Termin',
  'Postkorb',
]
const deeds = ['prüfen', 'anlegen', 'freigeben', 'umstellen', 'abstimmen', 'testen', 'veröffentlichen', 'nachfordern']
const offices = ['Bürgeramt', 'Bauamt', 'Standesamt', 'Jugendamt', 'Kämmerei', 'Ordnungsamt', 'Umweltamt']
const people = ['AB', 'CD', 'EF', 'GH', 'JK', 'LM']

export const columns = ['Bereit', 'In Arbeit', 'Prüfung', 'Erledigt']

/**
 * The cards that every page of the bench shows, the same on each run: nothing here is left to chance.
 * @param {number} count
 * @returns {{ id: string, key: string, title: string, column: number, estimate: number, person: string }[]}
 */
export const makeCards = count =>
  Array.from({ length: count }, (_, index) => ({
    id: `card${String(index).padStart(8, '0')}`,
    key: `BEN-${index.toString(36).toUpperCase().padStart(5, '2')}`,
    title: `${subjects[index % 10]} ${deeds[index % 8]} im ${offices[index % 7]}, Vorgang ${index + 1}`,
    column: index % columns.length,
    estimate: [1, 2, 3, 5, 8][index % 5] ?? 1,
    person: people[index % 6] ?? '',
  }))
