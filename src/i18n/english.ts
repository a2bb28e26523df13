import backlog from './messages/en/backlog.json'
import bin from './messages/en/bin.json'
import board from './messages/en/board.json'
import card from './messages/en/card.json'
import copies from './messages/en/copies.json'
import commands from './messages/en/commands.json'
import data from './messages/en/data.json'
import files from './messages/en/files.json'
import filter from './messages/en/filter.json'
import format from './messages/en/format.json'
import impediments from './messages/en/impediments.json'
import list from './messages/en/list.json'
import paper from './messages/en/paper.json'
import people from './messages/en/people.json'
import places from './messages/en/places.json'
import refusals from './messages/en/refusals.json'
import requests from './messages/en/requests.json'
import search from './messages/en/search.json'
import selection from './messages/en/selection.json'
import settings from './messages/en/settings.json'
import shell from './messages/en/shell.json'
import sprint from './messages/en/sprint.json'
import start from './messages/en/start.json'
import sync from './messages/en/sync.json'
import today from './messages/en/today.json'
import ui from './messages/en/ui.json'
import undo from './messages/en/undo.json'
import views from './messages/en/views.json'
import visits from './messages/en/visits.json'
import work from './messages/en/work.json'
import type { LaterArea } from './later-areas.ts'
import type { Messages } from './messages.ts'

const whole: Omit<Messages, LaterArea> = {
  backlog,
  bin,
  board,
  card,
  copies,
  commands,
  data,
  files,
  filter,
  format,
  impediments,
  list,
  paper,
  people,
  places,
  refusals,
  requests,
  search,
  selection,
  settings,
  shell,
  sprint,
  start,
  sync,
  today,
  ui,
  undo,
  views,
  visits,
  work,
}

/** All but what is fetched later, which is added in place. */
export const english = whole as Messages
