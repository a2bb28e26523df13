import { startTransition, useEffect, useState } from 'react'

const step = 100

/** How many of so many rows are drawn: a thousand come in pieces, so that the page answers meanwhile. */
export const useGrowing = (total: number): number => {
  const [count, setCount] = useState(step)
  useEffect(() => {
    if (count >= total) return undefined
    const timer = setTimeout(() => startTransition(() => setCount(count + step)))
    return () => clearTimeout(timer)
  }, [count, total])
  return Math.min(count, total)
}
