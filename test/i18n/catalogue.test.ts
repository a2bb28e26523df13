import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areasOf } from './first-areas.ts'
import { scanSources } from './source-scan.ts'

type Catalogue = { readonly [key: string]: string | Catalogue }

const folder = join(import.meta.dirname, '../../src/i18n/messages')

function texts(language: string): Map<string, string> {
  const found = new Map<string, string>()
  const add = (path: string, part: string | Catalogue) => {
    if (typeof part === 'string') found.set(path, part)
    else for (const [key, value] of Object.entries(part)) add(`${path}.${key}`, value)
  }
  for (const file of readdirSync(join(folder, language))) {
    add(file.replace('.json', ''), JSON.parse(readFileSync(join(folder, language, file), 'utf8')) as Catalogue)
  }
  return found
}

const german = texts('de')
const english = texts('en')
const { asked, named, spelled, literals } = scanSources()

/** `{name}`, `{count, plural, …}`, `<link>`: what a text expects to be given, also inside the branches of a choice. */
function gaps(text: string): string[] {
  const tags = [...text.matchAll(/<(\w+)>/g)].map(([tag]) => tag)
  return [...new Set([...tags, ...insertions(text)])].sort()
}

/** Braces at even depth hold an insertion, those at odd depth inside a choice hold a branch, which is text again. */
function insertions(text: string): string[] {
  return bracesOf(text).flatMap(inside => {
    const [name = '', kind = ''] = inside.split(',', 2).map(part => part.trim())
    return kind === 'plural' || kind === 'select' ? [name, ...bracesOf(inside).flatMap(insertions)] : [name]
  })
}

/** The contents of the outermost braces. */
function bracesOf(text: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  for (const [index, sign] of [...text].entries()) {
    if (sign === '{' && depth++ === 0) start = index + 1
    if (sign === '}' && --depth === 0) found.push([...text].slice(start, index).join(''))
  }
  return found
}

function pattern(key: string): RegExp {
  return new RegExp(`^${key.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.+')}$`)
}

describe('the catalogues', () => {
  it('say the same things in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...german.keys()].sort())
  })

  it('expect the same insertions in both languages', () => {
    const different = [...german].filter(([key, text]) => `${gaps(text)}` !== `${gaps(english.get(key) ?? '')}`)
    expect(different.map(([key]) => key)).toEqual([])
  })

  it('have no empty text, no exclamation mark, no address by first name', () => {
    const wrong = [...german, ...english].filter(([, text]) => text.trim() === '' || /!(?!=)/.test(text))
    const familiar = [...german].filter(([, text]) => /\b(du|dein|deine|deinen|dir|dich|euch|eure)\b/i.test(text))
    expect([...wrong, ...familiar]).toEqual([])
  })

  it('hold every text the program asks for', () => {
    const isHeld = (key: string) =>
      key.includes('*') ? [...german.keys()].some(own => pattern(key).test(own)) : german.has(key)
    expect(asked.filter(candidates => !candidates.some(isHeld))).toEqual([])
  })

  it('hold no text nobody asks for', () => {
    const literal = new Set(asked.flat())
    const patterns = [...literal].filter(key => key.includes('*')).map(pattern)
    const templates = [...spelled].filter(text => /^[\w-]+\.\*/.test(text)).map(pattern)
    const isSpelled = (key: string) => spelled.has(key) || templates.some(one => one.test(key))
    const unused = [...german.keys()].filter(key => {
      if (literal.has(key) || patterns.some(one => one.test(key))) return false
      const [namespace = '', ...rest] = key.split('.')
      return !(named.has(namespace) && isSpelled(rest.join('.')))
    })
    expect(unused).toEqual([])
  })
})

describe('what comes with the first load', () => {
  it('is all that the frame and the board say', () => {
    const said = areasOf(['app/mount-app.tsx', 'features/board/board-screen.tsx'])
    const first = readFileSync(join(folder, '../messages.ts'), 'utf8')
    expect([...said].filter(area => !first.includes(`'./messages/de/${area}.json'`))).toEqual([])
  })
})

describe('the screens', () => {
  it('say nothing that does not come from a catalogue', () => {
    expect(literals).toEqual([])
  })
})
