import { Dialog, type DialogProps } from './dialog.tsx'

/** A dialog for few choices: rises from the lower edge on a phone, stands in the middle on a desk. */
export function Sheet(props: Omit<DialogProps, 'size'>) {
  return <Dialog {...props} size="small" />
}
