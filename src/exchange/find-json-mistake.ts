const blank = /[ \t\r\n]*/y
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y // oxlint-disable-line no-control-regex -- JSON forbids them
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y

type Wanted = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd'

/** One pass over a text by the grammar of JSON (RFC 8259), with a stack of its own. */
class Scan {
  readonly text: string
  at = 0
  wanted: Wanted = 'value'
  private readonly open: ('{' | '[')[] = []

  constructor(text: string) {
    this.text = text
  }

  /** Takes one token; false when it is none, or not one that may stand here. */
  step(): boolean {
    const character = this.text.charAt(this.at)
    if (this.wanted === 'colon') return this.takes(character === ':', 'value')
    if (this.wanted === 'commaOrEnd') return this.afterValue(character)
    const end = this.open.at(-1) === '{' ? '}' : ']'
    if (this.wanted.endsWith('OrEnd') && character === end) return this.close()
    if (this.wanted.startsWith('key')) return this.match(string, 'colon')
    if (character === '{' || character === '[') {
      this.open.push(character)
      return this.takes(true, character === '{' ? 'keyOrEnd' : 'valueOrEnd')
    }
    return this.match(string, 'commaOrEnd') || this.match(scalar, 'commaOrEnd')
  }

  skipBlank(): void {
    this.match(blank, this.wanted)
  }

  private afterValue(character: string): boolean {
    const inside = this.open.at(-1)
    if (inside === undefined) return false
    if (character === ',') return this.takes(true, inside === '{' ? 'key' : 'value')
    return character === (inside === '{' ? '}' : ']') && this.close()
  }

  private close(): boolean {
    this.open.pop()
    return this.takes(true, 'commaOrEnd')
  }

  private takes(fits: boolean, next: Wanted): boolean {
    if (!fits) return false
    this.at++
    this.wanted = next
    return true
  }

  private match(pattern: RegExp, next: Wanted): boolean {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (!found) return false
    this.at += found[0].length
    this.wanted = next
    return true
  }
}

/**
 * Where a text stops being JSON. Browsers do not agree whether and how they say it. In: a text JSON.parse has refused. Out: the
 * index of the first character that does not fit; the length of the text when it breaks off.
 */
export const findJsonMistake = (text: string): number => {
  const scan = new Scan(text)
  do scan.skipBlank()
  while (scan.step())
  return scan.at
}
