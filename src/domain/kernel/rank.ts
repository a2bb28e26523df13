/**
 * Ranks order cards without renumbering them: strings that compare by code unit, with room between any two.
 * Fractional indexing after Greenspan, "Implementing Fractional Indexing" (2020): an integer part whose first letter gives its
 * length, then a fraction. Thirty random bits behind every new rank keep two people who insert into the same gap apart.
 */
export type Rank = string

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const first = '0'
const last = 'z'
const jitterDigits = 5 // 62^5 is a little under 2^30

/** Beyond this length a column is given fresh ranks by one command. */
export const longestRank = 64

/** What may come from another device: letters and digits, of a bearable length, never ending in the lowest digit. */
export const isRank = (value: unknown): value is Rank =>
  typeof value === 'string' && value.length <= 256 && /^[0-9A-Za-z]*[1-9A-Za-z]$/.test(value)

/** Beyond the end of a rank stands the lowest digit. */
const digitAt = (rank: string, index: number): number => Math.max(0, digits.indexOf(rank.charAt(index)))

/** The shortest string strictly between two fractions; `high` undefined means "no upper border". */
const between = (low: string, high: string | undefined): string => {
  let shared = ''
  for (let index = 0; ; index++) {
    const from = digitAt(low, index)
    const to = high === undefined || index >= high.length ? digits.length : digitAt(high, index)
    if (from === to) {
      shared += digits.charAt(from)
      continue
    }
    const middle = Math.floor((from + to) / 2)
    if (middle > from) return shared + digits.charAt(middle)
    return shared + digits.charAt(from) + between(low.slice(index + 1), undefined)
  }
}

const jitterTail = (jitter: () => number): string => {
  let tail = ''
  for (let index = 0; index < jitterDigits - 1; index++) tail += digits.charAt(Math.floor(jitter() * digits.length))
  return tail + digits.charAt(1 + Math.floor(jitter() * (digits.length - 1)))
}

/** Appending a thousand cards must not lengthen ranks: the integer part counts up, as one counts pages. */
const integerLength = (head: string): number => {
  const digit = digits.indexOf(head)
  return digit >= digits.indexOf('a') ? digit - digits.indexOf('a') + 2 : digits.indexOf('Z') - digit + 2
}

const isLetter = (head: string): boolean => /[A-Za-z]/.test(head)

const integerOf = (rank: string): string | undefined => {
  const head = rank.charAt(0)
  if (!isLetter(head)) return undefined
  const length = integerLength(head)
  return rank.length >= length ? rank.slice(0, length) : undefined
}

const stepUp = (integer: string): string | undefined => {
  for (let index = integer.length - 1; index > 0; index--) {
    const digit = digitAt(integer, index) + 1
    if (digit < digits.length)
      return integer.slice(0, index) + digits.charAt(digit) + first.repeat(integer.length - 1 - index)
  }
  const head = integer.charAt(0)
  if (head === last) return undefined
  const next = head === 'Z' ? 'a' : digits.charAt(digits.indexOf(head) + 1)
  return next + first.repeat(integerLength(next) - 1)
}

const stepDown = (integer: string): string | undefined => {
  for (let index = integer.length - 1; index > 0; index--) {
    const digit = digitAt(integer, index) - 1
    if (digit >= 0) return integer.slice(0, index) + digits.charAt(digit) + last.repeat(integer.length - 1 - index)
  }
  const head = integer.charAt(0)
  if (head === 'A') return undefined
  const next = head === 'a' ? 'Z' : digits.charAt(digits.indexOf(head) - 1)
  return next + last.repeat(integerLength(next) - 1)
}

const middleRank = (low: Rank, high: Rank): Rank => {
  const [below, above] = [integerOf(low), integerOf(high)]
  if (below === undefined || above === undefined) return between(low, high)
  if (below === above) return below + between(low.slice(below.length), high.slice(above.length))
  const next = stepUp(below)
  return next !== undefined && next < high ? next : below + between(low.slice(below.length), undefined)
}

const stepped = (rank: Rank, step: (integer: string) => string | undefined): string | undefined => {
  const integer = integerOf(rank)
  return integer === undefined ? undefined : step(integer)
}

const plainRank = (low: Rank | undefined, high: Rank | undefined): Rank => {
  if (low !== undefined && high !== undefined) return middleRank(low, high)
  if (low !== undefined) return stepped(low, stepUp) ?? between(low, undefined)
  return high === undefined ? 'a0' : (stepped(high, stepDown) ?? between('', high))
}

/**
 * A new rank between two neighbours. In: the ranks of the card before and the card after (undefined at an end), and a source of
 * chance in [0, 1). Equal or swapped neighbours (a merge can make them) are treated as if the upper one were not there.
 */
export const rankBetween = (low: Rank | undefined, high: Rank | undefined, jitter: () => number): Rank => {
  const upper = low !== undefined && high !== undefined && high <= low ? undefined : high
  const plain = plainRank(low, upper)
  const jittered = plain + jitterTail(jitter)
  return upper === undefined || jittered < upper ? jittered : between(plain, upper) + jitterTail(jitter)
}

/** `count` ranks in order between two neighbours: for pasted lines, imports and re-ranking. */
export const ranksBetween = (
  low: Rank | undefined,
  high: Rank | undefined,
  count: number,
  jitter: () => number,
): readonly Rank[] => {
  if (count <= 0) return []
  if (count === 1) return [rankBetween(low, high, jitter)]
  if (high === undefined) {
    const ranks: Rank[] = []
    for (let previous = low; ranks.length < count; previous = ranks.at(-1))
      ranks.push(rankBetween(previous, undefined, jitter))
    return ranks
  }
  const half = Math.floor(count / 2)
  const middle = rankBetween(low, high, jitter)
  return [...ranksBetween(low, middle, half, jitter), middle, ...ranksBetween(middle, high, count - half - 1, jitter)]
}
