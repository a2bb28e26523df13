/** Whether every word typed stands somewhere in the text, whatever the case and the accents: "mull" finds Müller, as names are typed in a hurry. */
export function matches(text: string, typed: string): boolean {
  const plain = fold(text)
  return fold(typed)
    .split(/\s+/)
    .every(word => plain.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase()
}
