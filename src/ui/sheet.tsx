import { Dialog, type DialogProps } from './dialog.tsx'

/** A dialog for few choices: rises from the lower edge on a phone, stands in the middle on a desk. */
export function Sheet(props: Omit<DialogProps, 'shape' | 'size'>) {
  return <Dialog {...props} shape="sheet" size="small" />
}
