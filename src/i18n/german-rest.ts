import backlog from './messages/de/backlog.json'
import bin from './messages/de/bin.json'
import card from './messages/de/card.json'
import copies from './messages/de/copies.json'
import files from './messages/de/files.json'
import impediments from './messages/de/impediments.json'
import people from './messages/de/people.json'
import settings from './messages/de/settings.json'
import sprint from './messages/de/sprint.json'
import start from './messages/de/start.json'
import today from './messages/de/today.json'

/** What only lazy screens say. */
export const germanRest = { backlog, bin, card, copies, files, impediments, people, settings, sprint, start, today }
