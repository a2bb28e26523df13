const spelled: Readonly<Record<string, string>> = { 'a\u0308': 'ae', 'o\u0308': 'oe', 'u\u0308': 'ue' }

const foreign = /[\u0080-\uffff]/

/**
 * A text as it is compared: ä and ae, ß and ss, É and e are found for each other. German goes a short way: the first letter typed into
 * a filter folds every title.
 */
export const foldText = (text: string): string => {
  const lower = text.toLowerCase()
  if (!foreign.test(lower)) return lower
  const plain = lower.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
  if (!foreign.test(plain)) return plain
  return plain.normalize('NFD').replaceAll(/[aou]\u0308|\p{M}/gu, found => spelled[found] ?? '')
}
