import type { FieldRole } from '../domain/intake/table.ts'

/** Headings of Jira and Planner (German and English), of German tables and of our own, in lower case. */
const headings: Readonly<Record<Exclude<FieldRole, 'ignored'>, string>> = {
  title:
    'summary|zusammenfassung|title|titel|name|betreff|subject|aufgabe|task|thema|was|vorgang|card name|bezeichnung|task name|aufgabenname|vorgangsname|was ist zu tun',
  description:
    'description|beschreibung|details|card description|inhalt|text|notiz|notizen|notes|bemerkung|bemerkungen|erläuterung',
  key: 'issue key|work item key|schlüssel|vorgangsschlüssel|key|id|nr|nr.|nummer|kennung|ticket|card id|lfd. nr.|lfd nr|task id|aufgaben-id',
  otherKey: 'issue id|work item id|vorgangs-id|vorgangs id',
  column: 'status|state|spalte|column|list|liste|list name|phase|stand|zustand|progress|fortschritt',
  category: 'status category|statuskategorie|status-kategorie',
  kind: 'issue type|work type|work item type|vorgangstyp|typ|type|art|kind',
  priority: 'priority|priorität|prio|wichtigkeit|dringlichkeit',
  estimate:
    'story points|story point estimate|story-point-schätzung|story point-schätzung|schätzung|aufwand|punkte|points|estimate|sp',
  people:
    'assignee|bearbeiter|bearbeiterin|bearbeitung|zugewiesene person|zugewiesen an|zugewiesen zu|assigned to|zuständig|zuständigkeit|verantwortlich|person|personen|people|members|owner|wer',
  labels:
    'labels|label|stichwörter|stichworte|schlagwörter|schlagworte|tags|component/s|components|komponenten|komponente/n|kategorie|bereich|bucket name|bucketname|bezeichnungen',
  due: 'due date|due|fälligkeitsdatum|fällig|fällig am|fälligkeit|frist|termin|deadline|bis|bis wann|zu erledigen bis',
  created:
    'created|erstellt|erstellt am|created_date|created date|created at|angelegt|angelegt am|eingang|eingangsdatum|erfasst am|erstellungsdatum',
  finished:
    'resolved|erledigt am|gelöst|finished|finished_date|finished date|done date|completed|completed date|abgeschlossen|abgeschlossen am|abschlussdatum|fertigstellungsdatum|fertig am|closed',
  parent:
    'parent|parent id|parent key|epic link|übergeordnet|übergeordneter vorgang|übergeordnete id|übergeordneter schlüssel|epos-verknüpfung|teil von',
  blockedBy: 'wartet auf|blockiert durch|blocked by',
  blocks: 'hält auf|blocks',
  criteria: 'acceptance criteria|akzeptanzkriterien|abnahmekriterien|kriterien',
  checklist:
    'checklist|checkliste|checklisten|checklists|prüfliste|unteraufgaben|checklist items|checklistenelemente|prüflistenelemente',
  comments: 'comment|comments|kommentar|kommentare',
  links: 'attachment|attachments|anhang|anhänge|anlage|anlagen|link|links|url|verweis|verweise|weblink',
}

const roleByHeading = new Map(
  (Object.entries(headings) as [FieldRole, string][]).flatMap(([role, list]) =>
    list.split('|').map(heading => [heading, role] as const),
  ),
)

const plain = (heading: string): string =>
  heading
    .replaceAll(/[_\s]+/g, ' ')
    .trim()
    .toLocaleLowerCase('de')

/** Fields a Jira has been given; their names say as much as those of its own, but a field called "Name" names no issue. */
const ownField = /^(?:custom field|benutzerdefinierte[sn]? feld(?:er)?|benutzerdefiniert) \((.{1,80})\)$/
const ownFieldRoles: ReadonlySet<FieldRole> = new Set(['estimate', 'parent', 'criteria', 'checklist'])

/** Issue links say their direction and kind: this one waits for those of an inward "Blocks", and holds up those of an outward one. */
const issueLink =
  /^(?:(?<inward>inward|eingehende)|outward|ausgehende)\b.{0,40}\((?:blocks|blocker|blockiert|blockieren)\)$/

/** What a column's heading says it is; undefined when it says nothing. */
export const roleOfHeading = (heading: string): FieldRole | undefined => {
  const name = plain(heading)
  const known = roleByHeading.get(name) ?? roleByHeading.get(heading.trim().toLocaleLowerCase('de'))
  if (known) return known
  const link = issueLink.exec(name)?.groups
  if (link) return link['inward'] === undefined ? 'blocks' : 'blockedBy'
  const own = roleByHeading.get(ownField.exec(name)?.[1] ?? '')
  return own && ownFieldRoles.has(own) ? own : undefined
}

/**
 * Whether a table's headings are those of Jira, Cloud or Server: then its cells are Jira's too: wiki markup in texts, comments and
 * attachments as `date;person;…`, one value in each of many columns of the same name.
 */
export const isJira = (names: readonly string[]): boolean => {
  const known = new Set(names.map(plain))
  const has = (...some: readonly string[]): boolean => some.some(name => known.has(name))
  return (
    has('summary', 'zusammenfassung') &&
    has('issue key', 'work item key', 'vorgangsschlüssel', 'schlüssel') &&
    has('issue type', 'work type', 'vorgangstyp', 'issue id', 'work item id', 'vorgangs-id')
  )
}
