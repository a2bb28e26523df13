/** Names the text that says which file an import read: the beginning of a source tells it. */
export const originOf = (source: string) =>
  source.startsWith('trello:')
    ? 'comments.fromTrello'
    : source.startsWith('jira:')
      ? 'comments.fromJira'
      : 'comments.imported'
