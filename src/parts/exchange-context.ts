import { createContext, useContext } from 'react'
import type { ExchangePort } from '../workspace/exchange-port.ts'

export const ExchangeContext = createContext<ExchangePort | undefined>(undefined)

/** Files in and out. */
export const useExchange = (): ExchangePort => {
  const exchange = useContext(ExchangeContext)
  if (!exchange) throw new Error('useExchange needs the app above')
  return exchange
}
