import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './command-list.module.css'
import type { IconType } from './icons.ts'
import { Search } from './icons.ts'
import { Kbd } from './kbd.tsx'

export type CommandOption = {
  readonly id: string
  readonly icon: IconType
  readonly text: ReactNode
  /** Quiet words under or beside it. */
  readonly detail?: ReactNode
  readonly keys?: string | undefined
  readonly run: () => void
}

export type CommandGroup = { readonly id: string; readonly label: string; readonly options: readonly CommandOption[] }

type CommandListProps = {
  readonly label: string
  readonly typed: string
  readonly onType: (text: string) => void
  readonly groups: readonly CommandGroup[]
  /** The list is still that of what was typed before: Enter waits for the one that was meant. */
  readonly isBehind: boolean
  /** Said while there is nothing to choose. */
  readonly nothing: ReactNode
}

/** A field that keeps the focus, and under it a list in groups: arrows choose, Enter does it. */
export function CommandList({ label, typed, onType, groups, isBehind, nothing }: CommandListProps) {
  const id = useId()
  const options = groups.flatMap(group => group.options)
  const [wanted, setWanted] = useState<string>()
  const chosen = options.find(option => option.id === wanted) ?? options[0]
  const isDue = useRef(false)
  const runChosen = () => {
    isDue.current = isBehind
    if (!isBehind) chosen?.run()
  }
  const catchUp = useEffectEvent(() => isDue.current && runChosen())
  useEffect(() => {
    if (!isBehind) catchUp()
  }, [isBehind])
  const idOf = (option: CommandOption): string => `${id}-${option.id}`
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const at = chosen ? options.indexOf(chosen) : -1
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key]
    if (next !== undefined) setWanted(options[ring(next, options.length, event.key)]?.id)
    else if (event.key === 'Enter') runChosen()
    else return
    event.preventDefault()
  }
  const type = (text: string) => {
    setWanted(undefined)
    isDue.current = false
    onType(text)
  }
  return (
    <>
      <div className={styles['search']}>
        <Search aria-hidden size={18} strokeWidth={1.75} />
        <input
          role="combobox"
          type="text"
          autoComplete="off"
          spellCheck={false}
          data-autofocus
          aria-label={label}
          placeholder={label}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={chosen && idOf(chosen)}
          value={typed}
          onChange={event => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles['list']}>
        {groups.map(group => (
          <div key={group.id} role="group" aria-label={group.label}>
            <p role="presentation" className={styles['heading']}>
              {group.label}
            </p>
            {group.options.map(option => (
              <Option
                key={option.id}
                {...{ option }}
                id={idOf(option)}
                isChosen={option === chosen}
                onPoint={setWanted}
              />
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && <div className={styles['nothing']}>{nothing}</div>}
    </>
  )
}

/** Arrows go round; pages stop at the ends. */
const ring = (at: number, count: number, key: string): number =>
  key.startsWith('Page') ? Math.max(0, Math.min(count - 1, at)) : (at + count) % Math.max(1, count)

const reveal = (option: HTMLElement | null): void => option?.scrollIntoView?.({ block: 'nearest' })

type OptionProps = {
  readonly option: CommandOption
  readonly id: string
  readonly isChosen: boolean
  readonly onPoint: (id: string) => void
}

function Option({ option, id, isChosen, onPoint }: OptionProps) {
  const { icon: Icon, text, detail, keys, run } = option
  return (
    // The keys are those of the field, which keeps the focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={isChosen ? reveal : undefined}
      id={id}
      role="option"
      aria-selected={isChosen}
      data-option={option.id}
      className={classNames(styles['option'], isChosen && styles['chosen'])}
      onPointerMove={() => !isChosen && onPoint(option.id)}
      onMouseDown={event => event.preventDefault()}
      onClick={run}
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className={styles['icon']} />
      <span className={styles['words']}>
        <span className={styles['text']}>{text}</span>
        {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
      </span>
      {keys && <Kbd>{keys}</Kbd>}
    </div>
  )
}
