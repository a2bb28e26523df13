/** Whether every word typed begins or stands somewhere in the text, whatever the case and the accents. */
export function matches(text: string, typed: string): boolean {
  const plain = fold(text)
  return fold(typed)
    .split(/\s+/)
    .every(word => plain.includes(word))
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss').toLowerCase()
}
