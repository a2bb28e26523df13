import { createContext, startTransition, useContext, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const step = 100

/** The sheets are being made at this moment: nothing can come later. */
export const AtOnce = createContext(false)

/** How many of so many rows are drawn: a thousand come in pieces, so that the page answers meanwhile. Who prints before the last has come gets them all. */
export const useGrowing = (total: number): number => {
  const [count, setCount] = useState(useContext(AtOnce) ? Infinity : step)
  useEffect(() => {
    if (count >= total) return undefined
    const timer = setTimeout(() => startTransition(() => setCount(count + step)))
    const all = () => flushSync(() => setCount(Infinity))
    addEventListener('beforeprint', all)
    return () => {
      clearTimeout(timer)
      removeEventListener('beforeprint', all)
    }
  }, [count, total])
  return Math.min(count, total)
}
