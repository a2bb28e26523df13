import type { ExchangePort } from '../workspace/exchange-port.ts'

/** Files in and out in this browser. Everything heavy is fetched with the first file, not with the board. */
export const browserExchange: ExchangePort = {
  read: async (file, watch) => (await import('./read-file.ts')).readFile(file, watch),
  planTable: async (file, mapping, watch) => (await import('./read-file.ts')).planFile(file, mapping, watch),
  printArchive: async archive => (await import('./archive.ts')).printArchive(archive),
  packArchive: async (archive, options) => (await import('./pack-archive.ts')).packArchive(archive, options),
  makeSeal: async passphrase => (await import('./seal-archive.ts')).makeArchiveSeal(passphrase),
  printTable: async (view, team, words) => (await import('./csv-export.ts')).csvOfTeam(view, team, words),
  prepareFile: async file => (await import('./prepare-file.ts')).prepareFile(file),
  thumbnail: async bytes => (await import('./prepare-file.ts')).thumbnailOf(bytes),
}
