import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, '../../src')

/** Not those of types, and none that are fetched when they are needed. */
const staticImport = /^(?:import|export)\s+(?!type\b)(?:[^'"]*?from\s+)?'(\.[^']+\.tsx?)'/gm
const area = /\buseT\('(\w+)'\)/g

/** The areas of the catalogue that some files, and all they import, say something of. */
export const areasOf = (roots: readonly string[]): ReadonlySet<string> => {
  const files = new Set(roots)
  const areas = new Set<string>()
  for (const file of files) {
    const text = readFileSync(join(source, file), 'utf8')
    for (const [, path = ''] of text.matchAll(staticImport)) files.add(join(file, '..', path))
    for (const [, name = ''] of text.matchAll(area)) areas.add(name)
  }
  return areas
}
