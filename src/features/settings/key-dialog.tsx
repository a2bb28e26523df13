import { useState, type KeyboardEvent } from 'react'
import { useT } from '../../i18n/use-t.ts'
import { useKeyWords } from '../../parts/key-words.ts'
import { broughtKeys, keyOf, pressed } from '../../parts/shortcuts.ts'
import { announce } from '../../ui/announcements.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './settings.module.css'
import { useOfferNames } from '../../parts/use-offer-names.ts'

/** Keys that move through the page, and those that the browser keeps for itself. */
const taken =
  /^(mod\+|alt\+|shift\+)*(tab|enter|escape| |backspace|arrow\w+|home|end|page\w+|f\d+|dead|unidentified)$|^mod\+[twnrlpqc-xa]$/
const alone = /^(control|shift|alt|meta|altgraph|capslock|contextmenu)$/
/** The first of two keys. */
const leader = 'g'

type KeyDialogProps = {
  readonly id: string
  readonly onChoose: (keys: string) => void
  readonly onClose: () => void
}

/** Listens for the new key of something. A key that belongs to something else is not taken away from it. */
export function KeyDialog({ id, onChoose, onClose }: KeyDialogProps) {
  const t = useT('settings')
  const [nameOf, wordsOf] = [useOfferNames(), useKeyWords()]
  const [isLed, setLed] = useState(false)
  const [problem, setProblem] = useState<string>()
  const choose = (keys: string) => {
    onChoose(keys)
    announce(
      keys === ''
        ? t('keys.isOff', { name: nameOf(id) })
        : t('keys.isSet', { name: nameOf(id), keys: wordsOf(keys) ?? '' }),
    )
    onClose()
  }
  const offer = (keys: string) => {
    const owner = Object.keys(broughtKeys()).find(other => other !== id && keyOf(other) === keys)
    if (owner !== undefined) return setProblem(t('keys.conflict', { keys: wordsOf(keys) ?? '', name: nameOf(owner) }))
    choose(keys)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event
    if (key === 'Tab' || key === 'Escape' || alone.test(key.toLowerCase()) || event.nativeEvent.isComposing) return
    event.preventDefault()
    const keys = pressed(event)
    setProblem(undefined)
    if (keys === leader && !isLed) return setLed(true)
    setLed(false)
    if (taken.test(keys)) return setProblem(t('keys.taken'))
    offer(isLed ? `${leader} ${keys}` : keys)
  }
  const own = broughtKeys()[id] ?? ''
  return (
    <Dialog
      title={t('keys.changeNamed', { name: nameOf(id) })}
      onClose={onClose}
      size="small"
      footer={
        <>
          {keyOf(id) !== '' && (
            <Button variant="plain" onClick={() => choose('')}>
              {t('keys.off')}
            </Button>
          )}
          {keyOf(id) !== own && (
            <Button onClick={() => offer(own)}>{t('keys.own', { keys: wordsOf(own) ?? '' })}</Button>
          )}
        </>
      }
    >
      <button type="button" data-autofocus className={styles['listening']} onKeyDown={onKeyDown}>
        {isLed ? t('keys.second', { keys: leader.toUpperCase() }) : t('keys.press')}
      </button>
      <p role="status" className={styles['problem']}>
        {problem}
      </p>
    </Dialog>
  )
}
