/** Who wants to hear of one kind of news. */
export class Hearing<News> {
  private readonly listeners = new Set<(news: News) => void>()

  /** Out: what ends it. */
  readonly on = (listener: (news: News) => void): (() => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  tell(news: News): void {
    for (const listener of this.listeners) listener(news)
  }
}
