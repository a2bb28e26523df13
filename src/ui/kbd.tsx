import styles from './kbd.module.css'

/** A key or chord as it is printed on the keyboard, for example `Strg+K`. */
export function Kbd({ children }: { readonly children: string }) {
  return <kbd className={styles['kbd']}>{children}</kbd>
}
