import { Fragment, memo, type ReactNode } from 'react'
import { useT } from '../i18n/use-t.ts'
import { Circle, CircleCheck } from '../ui/icons.ts'
import { readMarkdown, type Block, type Inline, type ListLine } from './markdown-blocks.ts'
import styles from './markdown.module.css'

/** A long text as it is read: formatted from a small part of Markdown, without any HTML. */
export const Markdown = memo(function Markdown({ text }: { readonly text: string }) {
  return <div className={styles['markdown']}>{readMarkdown(text).map(drawBlock)}</div>
})

// Blocks, lines and pieces have no identity but their order.
/* oxlint-disable react/no-array-index-key */
const drawBlock = (block: Block, index: number): ReactNode => {
  if (block.kind === 'heading') return <h4 key={index}>{block.parts.map(drawInline)}</h4>
  if (block.kind === 'paragraph')
    return (
      <p key={index}>
        {block.lines.map((parts, line) => (
          <Fragment key={line}>
            {line > 0 && <br />}
            {parts.map(drawInline)}
          </Fragment>
        ))}
      </p>
    )
  const lines = block.lines.map((line, at) => <Line key={at} line={line} />)
  return block.isOrdered ? (
    <ol key={index} start={block.start}>
      {lines}
    </ol>
  ) : (
    <ul key={index}>{lines}</ul>
  )
}

const drawInline = (part: Inline, index: number): ReactNode => {
  if (part.kind === 'text') return part.text
  if (part.kind === 'strong') return <strong key={index}>{part.parts.map(drawInline)}</strong>
  return (
    <a key={index} href={part.href} target="_blank" rel="noreferrer noopener">
      {part.text}
    </a>
  )
}

function Line({ line: { parts, isTicked } }: { readonly line: ListLine }) {
  const t = useT('work')
  if (isTicked === undefined) return <li>{parts.map(drawInline)}</li>
  const Box = isTicked ? CircleCheck : Circle
  return (
    <li className={styles['tick']}>
      <Box role="img" aria-label={t(isTicked ? 'ticked' : 'unticked')} size={14} strokeWidth={1.75} />
      <span>{parts.map(drawInline)}</span>
    </li>
  )
}
