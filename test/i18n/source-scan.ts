import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseSync } from 'vite'

/** What the catalogue test wants to know about the program text: which texts it asks for, and which it says by itself. */
export type SourceScan = {
  /**
   * `namespace.key` of each call, with `*` where a part is only known at run time. A call has several candidates when
   * translators of different namespaces bear the same name in its file.
   */
  readonly asked: readonly (readonly string[])[]
  /** Namespaces whose translator is somewhere given a name instead of a literal. */
  readonly named: ReadonlySet<string>
  /** Every literal and template of the program: what such a name may stand for. */
  readonly spelled: ReadonlySet<string>
  readonly literals: readonly { readonly file: string; readonly text: string }[]
}

type Node = { readonly type: string; readonly [key: string]: unknown }

const root = join(import.meta.dirname, '../..')

export function scanSources(): SourceScan {
  const asked: string[][] = []
  const named = new Set<string>()
  const spelled = new Set<string>()
  const literals: { file: string; text: string }[] = []
  for (const file of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(file)) continue
    const path = join(root, 'src', file)
    const program = parseSync(path, readFileSync(path, 'utf8')).program as unknown as Node
    const translators = findTranslators(program)
    for (const { namespaces, argument } of calls(program, translators)) {
      const keys = [...keysOf(argument)]
      for (const key of keys) asked.push(namespaces.map(namespace => `${namespace}.${key}`))
      if (keys.length === 0) for (const namespace of namespaces) named.add(namespace)
    }
    for (const text of allLiterals(program)) spelled.add(text)
    if (file.endsWith('.tsx')) {
      for (const text of visibleLiterals(program)) literals.push({ file: relative(root, path), text })
    }
    if (/^(app|features|parts|ui)[\\/]/.test(file)) {
      for (const text of spokenLiterals(program)) {
        if (!isName(text)) literals.push({ file: relative(root, path), text })
      }
    }
  }
  return { asked, named, spelled, literals }
}

function* walk(node: unknown): Generator<Node> {
  if (Array.isArray(node)) for (const child of node) yield* walk(child)
  else if (isNode(node)) {
    yield node
    for (const child of Object.values(node)) if (typeof child === 'object') yield* walk(child)
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

const child = (node: Node, key: string): Node | undefined => (isNode(node[key]) ? node[key] : undefined)
const children = (node: Node, key: string): Node[] => (Array.isArray(node[key]) ? node[key].filter(isNode) : [])

/** What is bound to what: `const t = useT('board')`, and each of `const [t, words] = [useT('board'), useT('work')]`. */
function* bindings(node: Node): Generator<readonly [name: Node | undefined, value: Node | undefined]> {
  const [id, init] = [child(node, 'id'), child(node, 'init')]
  if (id?.type !== 'ArrayPattern' || init?.type !== 'ArrayExpression') return yield [id, init]
  const values = children(init, 'elements')
  for (const [index, name] of children(id, 'elements').entries()) yield [name, values[index]]
}

/** Names that hold a translator: those bound to one, and parameters or properties typed `Translate<'board'>`. */
function findTranslators(program: Node): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  const add = (name: unknown, namespace: unknown) => {
    if (typeof name !== 'string' || typeof namespace !== 'string') return
    found.set(name, [...new Set([...(found.get(name) ?? []), namespace])])
  }
  for (const node of walk(program)) {
    for (const [name, value] of node.type === 'VariableDeclarator' ? bindings(node) : []) {
      if (value?.type === 'CallExpression' && child(value, 'callee')?.['name'] === 'useT')
        add(name?.['name'], children(value, 'arguments')[0]?.['value'])
    }
    const name = node['name'] ?? child(node, 'key')?.['name']
    for (const namespace of translateTypes(child(node, 'typeAnnotation'))) add(name, namespace)
  }
  return found
}

/** The namespaces in a type such as `Translate<'board'>` or `Translate<'board' | 'work'>`. */
function* translateTypes(annotation: Node | undefined): Generator<unknown> {
  const type = annotation && child(annotation, 'typeAnnotation')
  if (type?.type !== 'TSTypeReference' || child(type, 'typeName')?.['name'] !== 'Translate') return
  for (const node of walk(child(type, 'typeArguments'))) if (node.type === 'Literal') yield node['value']
}

type Call = { readonly namespaces: readonly string[]; readonly argument: Node | undefined }

function* calls(program: Node, translators: ReadonlyMap<string, readonly string[]>): Generator<Call> {
  for (const node of walk(program)) {
    if (node.type !== 'CallExpression') continue
    const namespaces = translators.get(calledName(child(node, 'callee')))
    if (namespaces) yield { namespaces, argument: children(node, 'arguments')[0] }
  }
}

/** `t` in `t(…)`, `t.rich(…)`, `props.t(…)`. */
function calledName(callee: Node | undefined): string {
  if (callee?.type === 'Identifier') return String(callee['name'])
  if (callee?.type !== 'MemberExpression') return ''
  const property = String(child(callee, 'property')?.['name'])
  const owner = child(callee, 'object')
  return ['rich', 'markup', 'raw', 'has'].includes(property) && owner ? calledName(owner) : property
}

/** Literals as they stand, templates with `*` for what is filled in; nothing where a name is handed over. */
function* keysOf(argument: Node | undefined): Generator<string> {
  if (argument?.type === 'Literal') yield String(argument['value'])
  if (argument?.type === 'TemplateLiteral') {
    const parts = children(argument, 'quasis').map(quasi =>
      String((quasi['value'] as { cooked?: string }).cooked ?? ''),
    )
    yield parts.join('*')
  }
  if (argument?.type === 'ConditionalExpression') {
    yield* keysOf(child(argument, 'consequent'))
    yield* keysOf(child(argument, 'alternate'))
  }
  if (argument?.type === 'TSAsExpression') yield* keysOf(child(argument, 'expression'))
}

function* allLiterals(program: Node): Generator<string> {
  for (const node of walk(program)) {
    if (node.type === 'Literal' && typeof node['value'] === 'string') yield node['value']
    if (node.type === 'TemplateLiteral') yield* keysOf(node)
    if (node.type === 'Property') yield String(child(node, 'key')?.['name'])
  }
}

const spokenAttributes =
  /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt|label|hint|description|text|caption)$/

/** Words written straight into the screen: text between tags, and literals of attributes that are read or shown. */
function* visibleLiterals(program: Node): Generator<string> {
  for (const node of walk(program)) {
    if (node.type === 'JSXText') yield* words(node['value'])
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const inner of children(node, 'children')) {
        if (inner.type === 'JSXExpressionContainer') yield* shownLiterals(child(inner, 'expression'))
      }
    }
    if (node.type === 'JSXAttribute' && spokenAttributes.test(String(child(node, 'name')?.['name']))) {
      const value = child(node, 'value')
      yield* shownLiterals(value?.type === 'JSXExpressionContainer' ? child(value, 'expression') : value)
    }
  }
}

/** A place is listed by the name of its text: `label: 'backlog'`. */
const isName = (text: string): boolean => /^[a-z]\w*$/.test(text)

const spokenProperties = /^(text|label|done|head|caption)$/

/** Words handed on to be shown or said: announcements, and what messages, menus and tables are made of. */
function* spokenLiterals(program: Node): Generator<string> {
  for (const node of walk(program)) {
    if (node.type === 'CallExpression' && child(node, 'callee')?.['name'] === 'announce')
      yield* shownLiterals(children(node, 'arguments')[0])
    if (node.type === 'Property' && spokenProperties.test(String(child(node, 'key')?.['name'])))
      yield* shownLiterals(child(node, 'value'))
  }
}

/** Literals an expression may come out as, not those it is computed from. */
function* shownLiterals(node: Node | undefined): Generator<string> {
  if (node?.type === 'Literal') yield* words(node['value'])
  if (node?.type === 'TemplateLiteral') {
    for (const quasi of children(node, 'quasis')) yield* words((quasi['value'] as { cooked?: string }).cooked)
  }
  if (node?.type === 'ConditionalExpression') {
    yield* shownLiterals(child(node, 'consequent'))
    yield* shownLiterals(child(node, 'alternate'))
  }
  if (node?.type === 'LogicalExpression') yield* shownLiterals(child(node, 'right'))
}

/** Two letters in a row make a word; signs and units of one letter do not. The name of the product is no text. */
function* words(value: unknown): Generator<string> {
  if (value === 'Lotse') return
  if (typeof value === 'string' && /\p{L}{2}/u.test(value)) yield value.trim()
}
