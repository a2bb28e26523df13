import * as v from 'valibot'

// Every field may be missing, null or of another kind in some export; what cannot be read is taken as not there.
const text = v.fallback(v.string(), '')
const flag = v.fallback(v.boolean(), false)
const number = v.fallback(v.number(), 0)
const nullableText = v.fallback(v.nullable(v.string()), null)
const texts = v.fallback(v.array(text), [])
const id = v.string()
const anything = v.fallback(v.array(v.unknown()), [])

const checkItem = v.object({ name: text, state: text, pos: number, due: nullableText, idMember: nullableText })

const customValue = v.fallback(
  v.nullable(
    v.object({ text: v.optional(text), number: v.optional(text), date: v.optional(text), checked: v.optional(text) }),
  ),
  null,
)
const customFieldItem = v.object({ idCustomField: text, idValue: nullableText, value: customValue })

const badges = v.fallback(v.object({ comments: number, votes: number, location: flag }), {
  comments: 0,
  votes: 0,
  location: false,
})

const optionalText = v.optional(text, '')
const attachment = v.object({ id: optionalText, name: optionalText, url: optionalText })

const card = v.object({
  id,
  name: text,
  desc: text,
  closed: flag,
  idList: text,
  pos: number,
  due: nullableText,
  dueComplete: flag,
  start: nullableText,
  idMembers: texts,
  idLabels: texts,
  shortLink: text,
  badges,
  cover: v.fallback(v.object({ idAttachment: nullableText, color: nullableText }), { idAttachment: null, color: null }),
  attachments: v.fallback(v.array(v.fallback(attachment, { id: '', name: '', url: '' })), []),
  customFieldItems: v.fallback(v.array(v.fallback(v.nullable(customFieldItem), null)), []),
  pluginData: anything,
})

const nobody = { fullName: '', username: '' }

const action = v.object({
  id: text,
  type: text,
  date: text,
  idMemberCreator: text,
  memberCreator: v.optional(v.fallback(v.object({ fullName: text, username: text }), nobody), nobody),
  data: v.fallback(
    v.object({
      card: v.fallback(v.object({ id: text }), { id: '' }),
      listAfter: v.fallback(v.nullable(v.object({ id: text })), null),
      text: v.fallback(v.string(), ''),
    }),
    { card: { id: '' }, listAfter: null, text: '' },
  ),
})

/** A list of which broken entries are left out; `null` marks them. */
const listOf = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.fallback(v.array(v.fallback(v.nullable(schema), null)), [])

/** Only what an import reads; everything else in the file is ignored, known keys alone are copied. */
export const trelloBoard = v.object({
  id: text,
  name: text,
  lists: v.array(v.fallback(v.nullable(v.object({ id, name: text, closed: flag, pos: number })), null)),
  cards: v.array(v.fallback(v.nullable(card), null)),
  checklists: listOf(v.object({ idCard: text, name: text, pos: number, checkItems: listOf(checkItem) })),
  labels: listOf(v.object({ id, name: text, color: nullableText })),
  members: listOf(v.object({ id, fullName: text, username: text })),
  customFields: listOf(v.object({ id, name: text, type: text, options: listOf(v.object({ id, value: customValue })) })),
  actions: listOf(action),
})

export type TrelloBoard = v.InferOutput<typeof trelloBoard>
export type TrelloCard = v.InferOutput<typeof card>
export type TrelloAction = v.InferOutput<typeof action>
export type TrelloField = NonNullable<TrelloBoard['customFields'][number]>
export type TrelloFieldItem = v.InferOutput<typeof customFieldItem>
