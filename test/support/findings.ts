/** One line per finding, with the screens where it was met. */
export class Findings {
  private readonly met = new Map<string, Set<string>>()

  add(where: string, lines: readonly string[]): void {
    for (const line of lines) this.met.set(line, (this.met.get(line) ?? new Set()).add(where))
  }

  get all(): readonly string[] {
    return [...this.met].map(([line, set]) => {
      const where = [...set]
      return `${line} — ${where.slice(0, 4).join(', ')}${where.length > 4 ? ` and ${where.length - 4} more` : ''}`
    })
  }
}
