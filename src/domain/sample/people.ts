import type { SampleLabel, SamplePerson } from './plan.ts'

/** The person in front of the screen; the others are colleagues. */
export const founder = 'katrin'

export const samplePeople: readonly SamplePerson[] = [
  { ref: founder, name: 'Katrin Albers' },
  { ref: 'meral', name: 'Meral Aydın' },
  { ref: 'jonas', name: 'Jonas Wieland' },
  { ref: 'petra', name: 'Petra Lohmann' },
  { ref: 'tomasz', name: 'Tomasz Kowalski' },
  { ref: 'sven', name: 'Sven Harders' },
  { ref: 'lena', name: 'Lena Brandt' },
  { ref: 'birgit', name: 'Birgit Nolte' },
  { ref: 'amir', name: 'Amir Rezaei' },
  { ref: 'claudia', name: 'Claudia Stein' },
  { ref: 'felix', name: 'Felix Ostermann' },
]

export const sampleLabels: readonly SampleLabel[] = [
  { ref: 'datenschutz', name: 'Datenschutz', hue: 'purple' },
  { ref: 'schnittstelle', name: 'Schnittstelle', hue: 'blue' },
  { ref: 'barrierefrei', name: 'Barrierefreiheit', hue: 'teal' },
  { ref: 'antrag', name: 'Antragstellende', hue: 'green' },
  { ref: 'recht', name: 'Recht', hue: 'orange' },
  { ref: 'betrieb', name: 'Betrieb', hue: 'grey' },
  { ref: 'altakten', name: 'Altakten', hue: 'yellow' },
]
