type Sourced = { readonly item: string | null; readonly source: string }

/** Key of the indexes `source` and `binnedSource`: what one item got from one place elsewhere. */
export const sourceKey = (item: string, source: string): string => `${item}|${source}`

/** The same for a record; undefined when it belongs to no item or was made here. */
export const keyOfSource = ({ item, source }: Sourced): string | undefined =>
  item !== null && source !== '' ? sourceKey(item, source) : undefined
