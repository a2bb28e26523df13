import type { Category } from '../domain/kanban/column.ts'
import type { Kind, Priority } from '../domain/work/item.ts'

/** In: a number as people write it, with or without thousands, and the sign of decimals. Undefined: not a number. */
export const parseNumber = (text: string, decimal: ',' | '.'): number | undefined => {
  const trimmed = text.trim().replaceAll(/[\s\u00A0\u202F']/g, '')
  const grouped = decimal === ',' ? /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
  const plain = grouped.test(trimmed) ? trimmed.replaceAll(decimal === ',' ? '.' : ',', '') : trimmed
  const dotted = plain.replace(',', '.')
  return /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : undefined
}

/** The sign of decimals in a column: a comma as soon as one value can only be read so. */
export const guessDecimal = (values: readonly string[]): ',' | '.' =>
  values.some(value => /^-?\d{1,3}(\.\d{3})*,\d{1,2}$/.test(value.trim()) || /^-?\d+,\d+$/.test(value.trim()))
    ? ','
    : '.'

const simple = (text: string): string => text.trim().toLocaleLowerCase('de')

const priorityWords: Readonly<Record<Priority, string>> = {
  highest: 'highest|blocker|critical|urgent|höchste|höchst|sehr hoch|kritisch|dringend|p1|1',
  high: 'high|major|important|hoch|wichtig|p2|2',
  medium: 'medium|normal|mittel|p3|3',
  low: 'low|minor|niedrig|gering|p4|4',
  lowest: 'lowest|trivial|sehr niedrig|niedrigste|sehr gering|p5|5',
}

const kindWords: Readonly<Record<Kind, string>> = {
  epic: 'epic|epos|initiative',
  story:
    'story|user story|anforderung|requirement|feature|new feature|neue funktion|improvement|verbesserung|change request',
  task: 'task|aufgabe|sub-task|subtask|teilaufgabe|unteraufgabe|todo|arbeitspaket|technical task|technische aufgabe|service request|serviceanfrage',
  bug: 'bug|fehler|defect|störung|incident|mangel',
  spike: 'spike|recherche|research|untersuchung|klärung',
}

const categoryWords: Readonly<Record<Category, string>> = {
  open: 'to do|todo|open|new|undefined|no category|zu erledigen|offen|neu|nicht begonnen',
  doing: 'in progress|indeterminate|doing|in arbeit|in bearbeitung',
  done: 'done|complete|closed|fertig|erledigt|abgeschlossen',
}

const lookup = <Choice extends string>(words: Readonly<Record<Choice, string>>): ReadonlyMap<string, Choice> =>
  new Map(
    (Object.entries(words) as [Choice, string][]).flatMap(([choice, list]) =>
      list.split('|').map(word => [word, choice] as const),
    ),
  )

const priorityByWord = lookup(priorityWords)
const kindByWord = lookup(kindWords)
const categoryByWord = lookup(categoryWords)

/** A priority from words and numbers of Jira and of German tables. Undefined: not known. */
export const parsePriority = (text: string): Priority | undefined => priorityByWord.get(simple(text))
/** A kind of item from words of Jira and of German tables. Undefined: not known. */
export const parseKind = (text: string): Kind | undefined => kindByWord.get(simple(text))
/** Open, doing or done from the words Jira has for the groups of its states. Undefined: not known. */
export const parseCategory = (text: string): Category | undefined => categoryByWord.get(simple(text))
