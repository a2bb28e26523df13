/**
 * Every screen that is looked at. `route` gets what the sample holds: `team` (Scrum), `kanban` and `card`, the key of a card.
 * `before` brings the screen into the state that is to be seen. `mended` says what was changed after somebody had looked at it.
 */
export const screens = [
  { name: 'start', route: () => '#/start', mended: '' },
  { name: 'new-team', route: () => '#/start/team', mended: '' },
  { name: 'board', route: ({ team }) => `#/t/${team}/board`, mended: '' },
  { name: 'board-kanban', route: ({ kanban }) => `#/t/${kanban}/board`, mended: '' },
  { name: 'card', route: ({ team, card }) => `#/t/${team}/board/c/${card}`, mended: '' },
  { name: 'backlog', route: ({ team }) => `#/t/${team}/backlog`, mended: '' },
  { name: 'sprint', route: ({ team }) => `#/t/${team}/sprint`, mended: '' },
  { name: 'impediments', route: ({ team }) => `#/t/${team}/impediments`, mended: '' },
]
