import backlog from './messages/de/backlog.json'
import bin from './messages/de/bin.json'
import card from './messages/de/card.json'
import copies from './messages/de/copies.json'
import commands from './messages/de/commands.json'
import files from './messages/de/files.json'
import impediments from './messages/de/impediments.json'
import list from './messages/de/list.json'
import paper from './messages/de/paper.json'
import people from './messages/de/people.json'
import requests from './messages/de/requests.json'
import search from './messages/de/search.json'
import selection from './messages/de/selection.json'
import settings from './messages/de/settings.json'
import sprint from './messages/de/sprint.json'
import start from './messages/de/start.json'
import sync from './messages/de/sync.json'
import today from './messages/de/today.json'
import views from './messages/de/views.json'
import visits from './messages/de/visits.json'

/** What only lazy screens say. */
export const germanRest = {
  backlog,
  bin,
  card,
  commands,
  copies,
  files,
  impediments,
  people,
  requests,
  search,
  list,
  selection,
  paper,
  settings,
  sprint,
  start,
  sync,
  today,
  views,
  visits,
}
