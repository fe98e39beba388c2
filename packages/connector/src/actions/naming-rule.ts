import type { Operation } from '@x/asana-client'

/** What the rule makes of a path and a method. */
export interface RuleName {
  /** The usual name of the entity. */
  readonly entity: string
  /** Its name where the usual one is taken: with the parent's name in front of it in any case. */
  readonly longEntity: string
  readonly action: string
  /** It stands for a collection of its own, or one inside another object. */
  readonly nested: boolean
}

/** A word of the path: `tasks` in `/tasks/{task_gid}/subtasks`, of which `one` is called `task`. */
interface Word {
  readonly text: string
  readonly one: string
}

/**
 * The name of an operation. The entity is the collections of the path, all but the last in the singular:
 * `/projects/{project_gid}/tasks` is `project_tasks`. The action is what the method does to a collection
 * (`list`, `create`) or to an item (`get`, `update`, `delete`); a path that ends with a verb is that verb.
 * A child whose name begins with its parent's is not doubled: `/projects/{project_gid}/project_briefs`
 * is `project_briefs`.
 */
export function ruleName({
  method,
  path,
  list,
  envelope,
}: Pick<Operation, 'method' | 'path' | 'list' | 'envelope'>): RuleName {
  const parts = path.split('/').slice(1)
  const words = wordsOf(parts)
  const last = parts.at(-1) ?? ''
  const item = isParameter(last)
  const verb = !item && words.length > 1 && isVerb(last, method)
  const nouns = verb ? words.slice(0, -1) : words
  const child = nouns.at(-1)?.text ?? ''
  const parents = nouns.slice(0, -1).map(({ one }) => one)
  const longEntity = [...parents, child].join('_')
  const doubled = parents.length > 0 && child.startsWith(`${parents.join('_')}_`)
  return {
    entity: doubled ? child : longEntity,
    longEntity,
    action: verb ? snakeCase(last) : item ? onItem[method] : onCollection(method, Boolean(list ?? envelope)),
    nested: parents.length > 0,
  }
}

const onItem = { GET: 'get', PUT: 'update', DELETE: 'delete', POST: 'create' } as const

function onCollection(method: Operation['method'], list: boolean): string {
  return method === 'GET' ? (list ? 'list' : 'get') : onItem[method]
}

function wordsOf(parts: readonly string[]): Word[] {
  return parts.flatMap((part, index) => {
    const next = parts[index + 1] ?? ''
    // `custom_id/{custom_id}` names the parameter behind it, and no collection.
    if (isParameter(part) || next === `{${part}}`) return []
    const text = snakeCase(part)
    return [{ text, one: isParameter(next) ? next.slice(1, -1).replace(/_gid$/, '') : text }]
  })
}

function isParameter(part: string): boolean {
  return part.startsWith('{')
}

/** Collections are plural. Asana writes verbs in camel case; a GET such as `parentGoals` is none. */
function isVerb(part: string, method: Operation['method']): boolean {
  return !part.endsWith('s') || (method === 'POST' && /[A-Z]/.test(part))
}

function snakeCase(text: string): string {
  return text.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
}
