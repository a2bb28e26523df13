const right = 'Looked at in every width, language and colour, and found right.'
const noKeys = 'On a phone it named keys, which nobody has there.'
const sheet =
  'On a phone it filled the screen with emptiness; it rises from the lower edge now and takes the height it needs.'

/** What was changed after somebody had looked at a place, or at what opens over it; one sentence for each. */
export const mended: Readonly<Record<string, string>> = {
  'very first import':
    'The heading carried the ring of a control; it takes the focus only so that reading begins there. A phone is no longer asked to drag a file, and the button has air above it.',
  'help before anything': 'On a phone the buttons stood indented below the title; they end at the right edge.',
  'very first page': 'The drawing began right of the edge that title and rows share.',
  'card: whose criterion': right,
  'people of several teams: colours of a label': right,
  joining:
    'On a phone the way to a recovery sheet pushed the buttons into two lines; it is a quiet link below them now.',
  'joining with half a code': right,
  'people and devices':
    'Folder and file followed the hint above them without a gap; each stands on its own now. What is offered for the day a device is lost stood in a narrow column beside its buttons and came later than the rest; both come at once, the text over the buttons.',
  'today with news':
    'What others have changed stands below what is mine: card by card, in words, each line with who it was, in the same calm list.',
  'board with news':
    'The chip stands last, so that it pushes nothing aside when news arrive; the dot is bound to the first word, so that a long one does not leave it alone on a line.',
  'board with news: what has changed': right,
  'people and devices: inviting':
    'Of a device of one’s own there was a button and nothing else; a sentence says what it will do.',
  'people and devices: invitation':
    'The code stood as wide as the dialog and pushed the reply out of sight; on a desk it stands beside its button.',
  'people and devices: ending access': right,
  'people and devices: access to teams': right,
  'people and devices: bringing back': right,
  'people and devices: recovery sheet': right,
  'people and devices: recovery sheet made': right,
  'recovery sheet on paper': 'Its headings had the weight of the text below them; they are bold now.',
  'recovery sheet in use': right,
  'recovery sheet with a slip': right,
  'founding a successor': right,
  'people and devices with what was set aside':
    'The buttons stood close below the words they belong to; own work says that it is own, and why it does not count.',
  today:
    'The first steps stood before the things of the day and filled a phone; they come after them now, and the sample does without. On a phone the sign stands beside the first line, not in the middle of four.',
  'today: card': right,
  'today with nothing to do': 'The count of the first steps had a line of its own; it stands beside their name.',
  board:
    'Marks of a card broke unevenly over two lines; priority and day have a line of their own now, and the estimate keeps its corner. Counts stand beside the name of a column, also over its limit, where it stood higher than its neighbours. On a phone the line of context has the whole width, the search its whole word, and in German the switch its place beside the title; the place where one is has a line above it.',
  'board: teams': right,
  'board: what can be made': right,
  'board: new': right,
  'board: more': 'English says “Data & backup” here as on the page it opens.',
  'board: new card': 'The title stands level with the button that closes; a phone is told no keys.',
  'board: nothing shared': right,
  'board: something shared': right,
  'board: new impediment': 'The title stands level with the button that closes.',
  'board: persons of the filter':
    'It was looked at after a window had become narrow and hung over the edge; opened on a phone it stands inside.',
  'board: views': right,
  'board: policy': right,
  'board: column menu': right,
  'board: column': sheet,
  'board: new column': sheet,
  'board: column to delete': sheet,
  'board: lines to paste': sheet,
  'board: move a card': 'The title stands level with the button that closes.',
  'board with a selection':
    'The bar of the selection breaks in German and leaves a line to the button that closes; nothing else had to be mended.',
  'board with a selection: priorities': right,
  'board by a view':
    'On a phone nothing said that a filter left cards out, and the first column seemed empty: a line below the search says how many are left, with the way back, and the tabs say where.',
  'board by a view: to keep': right,
  'board by a view: kept ones': 'A line stood below the last view; lines stand between views only.',
  'board of a Kanban team':
    'The count stands beside the name of a column; the field for a card is nearer to the last one.',
  'board as a list':
    'Titles are no longer a column of blue lines; labels do not break within a word, a sprint that all share has no column, and the estimate is called as on the card. On a phone nothing of a row is cut: marks take the lines they need.',
  'board as a list: estimate': right,
  card: 'Rows stand straight under a finger, and words edited in place keep a height that can be hit. On its own page the key is quiet above the title, and in German the words for a new link are no longer cut on a phone.',
  'card: menu': noKeys,
  'card: split': 'The word above one field takes two lines in German; both fields stand on one line now.',
  'card: to another team': right,
  'card: as mail text': right,
  'card: column': noKeys,
  'card: kind': right,
  'card: priority': right,
  'card: people': right,
  'card: estimate': right,
  'card: day': right,
  'card: labels': right,
  'card: part of': right,
  'card: sprint': right,
  'card: criterion': right,
  'card: waits for': right,
  'place of a card': right,
  'place of a card: card':
    'The head of the board broke over two lines beside the card; what is saved steps back for the title there.',
  impediments:
    'The key of a card below a title no longer makes its line taller than the others under a finger; with a panel beside it the buttons stay in the line of the title. On a phone the head took four lines; it takes three.',
  'impediments on paper': 'The severity broke within its word; it stays on one line.',
  'card on paper': right,
  'impediments: one':
    'Values edited in place keep a height that a finger can hit, and those of one line stand level with their word.',
  'impediments: menu': right,
  'impediments: other steps': right,
  'impediments: solved':
    'The title stands level with the button that closes, and the button says what it does, not what has been done.',
  'impediments: whose turn': 'The picture showed the word explained in the list beside it; it shows the menu.',
  'impediments: owner': right,
  'impediments: day': right,
  'impediments: cards': right,
  'impediments that are over': right,
  'people of several teams':
    'Headings of sections were as large as the title of the page; they are a step smaller. On a phone a name and what stands below it no longer lie apart.',
  'people of several teams: menu of somebody elsewhere':
    'On a phone the menu stood in a line of its own at the left; it keeps the corner, and the button stands below the name.',
  backlog:
    'On a phone titles were cut to one line and labels to a letter: titles take two lines now, labels are dots with names for ears where there is no room for words.',
  'backlog: a word explained': right,
  'backlog: row menu': noKeys,
  'backlog: lines to paste':
    'On a phone it filled the screen with emptiness; it rises from the lower edge now and takes the height it needs. The tooltip of the button before no longer stays behind it.',
  'epics beside the backlog':
    'On a phone epics have a sheet of their own instead of pressing the list down. Beside them labels were cut to a letter; the name of the epic gives way first.',
  'epics beside the backlog: menu of an epic': right,
  'backlog with a selection':
    'The bar of the selection breaks in German and leaves a line to the button that closes; nothing else had to be mended.',
  'backlog with a selection: sprints': right,
  'backlog with a selection: labels': right,
  'options of a Kanban team': 'Titles take two lines on a phone.',
  'sprint planning':
    'On a phone titles take two lines, “passt” stands beside its bar instead of below it, and the head has air.',
  'sprint planning: menu': right,
  'sprint planning: days': right,
  'sprint planning: capacity':
    'The picture showed a word explained; it shows the days of each person, and those were found right.',
  'sprint planning: check list': right,
  'sprint running':
    'On a phone name, dates and days left were three lines beside the buttons; they are one line below them now. Two menus with the same sign stood in the head, one is enough; estimates and initials of all groups stand below each other; no mark of a row breaks.',
  'sprint running: menu': 'Review, print and projector stand in one menu, what breaks the sprint off at its end.',
  'sprint running: breaking it off': sheet,
  'sprint running: closing it': 'Its heading is larger than those inside it, and level with the button that closes.',
  'sprint running: menu of a card': right,
  'sprint running: cards to take in': right,
  'sprints past':
    'Dates and figures stand on one line; the key shows patches for bars, no lines; names below the chart stand at equal distances, and the bars of one sprint stand together on a wide screen, too.',
  'one past sprint': 'What came after the start is said in words; titles take two lines on a phone.',
  'sprint on paper': 'The chart kept its button on paper; it is for the screen alone.',
  'backlog on paper': right,
  'planned sprint on paper': right,
  'board before a meeting':
    'Initials stood beyond their circles and the word in the search was cut; both have room at this size.',
  'planning before a meeting': 'Without the places the planning did not take their room; it has the whole width.',
  bin: 'On a phone the sentence of context was five lines beside the button; it has the whole width now.',
  'deleting a team':
    'Headings of sections are a step smaller than the title of the page; the picture of the phone shows the section, not the top of the page.',
  'bringing along':
    'Headings of steps are a step smaller than the title of the page; English says import and export, and a phone is not asked to drag a file.',
  archive:
    'Headings of steps are a step smaller than the title of the page; the picture waits for the names of what would change.',
  start: 'The drawing began right of the edge that title and rows share.',
  'start: languages': right,
  'start: themes': right,
  'new team': right,
  'bringing along first':
    'The heading carried the ring of a control; it takes the focus only so that reading begins there. A phone is not asked to drag a file.',
  'board before the first sprint': right,
  'empty backlog': 'The field for a card hung far below the drawing; it is the first line of the list.',
  'first sprint': right,
  'no sprint running': right,
  'no sprint past': right,
  'no impediments': right,
  'empty bin': right,
  people:
    'Headings of sections were as large as the title of the page; they are a step smaller. On a phone what stands below a name is near to it.',
  'people: menu of a person': right,
  'Trello file':
    'The heading lost its ring, only counts that are something are shown, headings of sections are a step smaller than the title, and the places of lists are wide enough for their words.',
  table:
    'Empty columns of the table are left out of the mapping, and headings of sections are a step smaller than the title.',
  'Jira file': 'Headings of sections are a step smaller than the title.',
  'giving out':
    'The second button stood indented without a border; it is a button like the others, on the same edge. English says export.',
  data: 'English called the place “Data & backups” and its page “Data & backup”; both say the latter. What stands below no longer appears before what stands above and jumps.',
  'data: snapshot':
    'On a phone it filled the screen with emptiness; it rises from the lower edge now and takes the height it needs. The picture waits for the comparison.',
  settings:
    'English said “they hold on this device” and “as the device”; it says that they apply, and the same as the device.',
  'settings: removing a workspace':
    'On a phone it filled the screen with emptiness; it rises from the lower edge now and takes the height it needs. No tooltip greets who opens it by key.',
  help: 'On a phone the field takes the whole width.',
  'help for IT': right,
  'help for the staff council':
    'On a phone the title was pressed into three lines beside its buttons; it has a line of its own.',
  'unknown team': right,
  'unknown address': right,
  'board with long names': 'A long name of a team has the whole width of a phone below the buttons.',
  'board with long names: what a merge left': sheet,
  'card with long names': 'In German the words for a new link were cut on a phone.',
  'card with long names: checklist': right,
  'card with long names: menu of a link': right,
  'card with long names: link': right,
  'card with long names: photo': right,
  'backlog with long names': 'Titles take two lines on a phone; a long label is a dot there.',
  'board on paper': 'Words of persons, labels and states broke within; their columns have the width of a word.',
  'cards to cut out': right,
  'board: menu': noKeys,
  'board of 1,000 cards': 'The picture was taken before the cards were there; it waits for them.',
  'list of 1,000 cards':
    'The picture was taken before the cards were there; an empty list, which had only its heads, says what to do.',
  'board with a filter': 'The word in the search is no longer cut on a phone, and the result stands below it.',
  'what an import brought': 'The picture was taken while the import was written; it waits for the end.',
  search: 'On a phone the two choices stand side by side; where colours are forced the found words are marked.',
  'search: palette': 'The German places read “Zu Hindernisse”; nothing else had to be mended.',
  'search: palette that has found something': right,
  'search that finds nothing':
    'Sentence and button stood beside the edge of the field above them; they stand in the middle like every empty place.',
  'settings: changing a key': right,
  'sprint planning with a selection': 'Nothing had to be mended.',
  'sprint planning with a selection: days': 'Nothing had to be mended.',
  'file being read': 'Nothing had to be mended.',
  'sealed file': 'Nothing had to be mended.',
  'import being written':
    'On a phone the word that something is being saved pushed the buttons of the head into a line of their own, at every edit; it takes no room there any more.',
  'import taken back': 'Nothing had to be mended.',
  'archive restored': 'Nothing had to be mended.',
  'data with a folder':
    'With the button that chose the folder the focus was lost; it goes to the title, where reading begins.',
  'data with a folder: readers of its archives': 'Nothing had to be mended.',
  'data with a folder: passphrase of its archives': 'Nothing had to be mended.',
  'backlog with something unsaved': 'A finger could hardly hit the sentence that leads to the page about data.',
  'backlog with something unsaved: leaving it': 'Nothing had to be mended.',
  'accessibility statement': 'What is stated stood close to the text above it and to the button below; both have air.',
  'form of the statement':
    'The first field stood close to the text above it, and the focus was lost with the button that led here; the first field has it.',
}
