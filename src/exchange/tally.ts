import type { Finding, FindingKind, Loss, LossKind } from '../domain/intake/plan.ts'

const mostExamples = 3
const longestExample = 80

/** Collects what a person should look at, and what has no place, while a file is read. */
export class Tally {
  readonly findings: Finding[] = []
  private readonly lost = new Map<string, { loss: LossKind; name: string; count: number; examples: string[] }>()

  find(finding: FindingKind, row: number, field: string, value: string): void {
    this.findings.push({ finding, row, field, value: value.slice(0, longestExample) })
  }

  lose(loss: LossKind, example = '', name = '', count = 1): void {
    if (count === 0) return
    const key = `${loss}|${name}`
    const known = this.lost.get(key) ?? { loss, name, count: 0, examples: [] }
    this.lost.set(key, known)
    known.count += count
    const short = example.trim().slice(0, longestExample)
    if (short !== '' && known.examples.length < mostExamples && !known.examples.includes(short))
      known.examples.push(short)
  }

  get losses(): readonly Loss[] {
    return [...this.lost.values()]
  }
}
