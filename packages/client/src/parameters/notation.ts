import type { JsonSchema, JsonType } from './json-schema.ts'

const letters: Readonly<Record<string, JsonSchema>> = {
  s: { type: 'string' },
  d: { type: 'string', format: 'date' },
  t: { type: 'string', format: 'date-time' },
  u: { type: 'string', format: 'uri' },
  x: { format: 'binary' },
  i: { type: 'integer' },
  n: { type: 'number' },
  b: { type: 'boolean' },
  a: {},
  m: { type: 'object', additionalProperties: true },
}

/**
 * Reads the notation of the generated tables, which takes a tenth of the room of the schemas it stands for:
 *
 *     s string  d date  t date-time  u URL  x file  i integer  n number  b boolean  a anything  m map
 *     (one|two)   one of these texts       [s]   an array       <s|n>   one of these shapes
 *     {name*:s,notes:s}   an object, with a star after what is required
 *     @Name;   a shape with a name         ?   behind any of them: or null
 *
 * Named shapes are read by `named` when they are met.
 */
export function parseShape(text: string, named: (name: string) => JsonSchema): JsonSchema {
  let at = 0
  return shape()

  function shape(): JsonSchema {
    const schema = plain()
    return take('?') ? orNull(schema) : schema
  }

  function plain(): JsonSchema {
    if (take('(')) return { type: 'string', enum: until(')').split('|') }
    if (take('[')) {
      const items = shape()
      take(']')
      return { type: 'array', items }
    }
    if (take('<')) {
      const anyOf = [shape()]
      while (take('|')) anyOf.push(shape())
      take('>')
      return { anyOf }
    }
    if (take('{')) return members()
    if (take('@')) return named(until(';'))
    return letters[text.charAt(at++)] ?? {}
  }

  function members(): JsonSchema {
    const properties: Record<string, JsonSchema> = {}
    const required: string[] = []
    while (!take('}')) {
      const [, name = '', star] = until(':').match(/^(.*?)(\*?)$/) ?? []
      if (star) required.push(name)
      properties[name] = shape()
      take(',')
    }
    return {
      type: 'object',
      properties,
      ...(required.length > 0 && { required }),
      additionalProperties: false,
    }
  }

  function take(character: string): boolean {
    if (text.charAt(at) !== character) return false
    at++
    return true
  }

  function until(end: string): string {
    const from = at
    at = text.indexOf(end, at)
    return text.slice(from, at++)
  }
}

function orNull(schema: JsonSchema): JsonSchema {
  if (schema.anyOf) return { anyOf: [...schema.anyOf, { type: 'null' }] }
  if (schema.type === undefined) return schema
  const type: JsonType[] = [schema.type].flat().concat('null')
  return { ...schema, type, ...(schema.enum && { enum: [...schema.enum, null] }) }
}
