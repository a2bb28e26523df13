/** One entry of an index list: the order a record has there, then its id. */
export type Placed = { readonly order: string; readonly id: string }

const compare = (one: Placed, order: string, id: string): number => {
  if (one.order !== order) return one.order < order ? -1 : 1
  return one.id === id ? 0 : one.id < id ? -1 : 1
}

/** Ids kept in the order of an index. A change copies the list, so that a reader's list never moves under its eyes. */
export class SortedIds {
  private placed: Placed[] = []
  private isSorted = true
  private frozen: readonly string[] | undefined

  get ids(): readonly string[] {
    this.frozen ??= Object.freeze(this.inOrder().map(entry => entry.id))
    return this.frozen
  }

  get size(): number {
    return this.placed.length
  }

  /** Sorted when first asked for: a document that opens slice by slice sorts each list once. */
  private inOrder(): Placed[] {
    if (!this.isSorted) this.placed.sort((one, other) => compare(one, other.order, other.id))
    this.isSorted = true
    return this.placed
  }

  private position(order: string, id: string): number {
    const placed = this.inOrder()
    let [low, high] = [0, placed.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const entry = placed[middle]
      if (entry && compare(entry, order, id) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  insert(order: string, id: string): void {
    this.placed.splice(this.position(order, id), 0, { order, id })
    this.frozen = undefined
  }

  remove(order: string, id: string): void {
    const at = this.position(order, id)
    if (this.placed[at]?.id !== id) return
    this.placed.splice(at, 1)
    this.frozen = undefined
  }

  /** Many at once, for opening a document: one sort instead of many insertions. */
  load(entries: readonly Placed[]): void {
    for (const entry of entries) this.placed.push(entry)
    this.isSorted = false
    this.frozen = undefined
  }
}
