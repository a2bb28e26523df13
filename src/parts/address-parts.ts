import { createContext, useContext } from 'react'
import type { AddressParts } from './addresses.ts'

/** The named parts of the address under which a screen or overlay is shown. */
export const AddressPartsContext = createContext<AddressParts>({})
export const useAddressParts = (): AddressParts => useContext(AddressPartsContext)
