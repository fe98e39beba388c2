import type { JsonSchema } from '@x/asana-client/parameters'
import type * as z from 'zod'
import type { ParameterIssue } from '../errors/call-errors.ts'
import { type ActionParameters, offeredName } from './action-parameters.ts'
import { didYouMean } from './nearest.ts'

/**
 * What zod found, in words that somebody can act on, one issue at a time. A value is never repeated: it may be
 * private.
 */
export function* describeIssue(
  issue: z.core.$ZodIssue,
  parameters: ActionParameters,
  value: unknown,
): Generator<ParameterIssue> {
  const parameter = issue.path
    .map((part, index) => (index === 0 ? offeredName(String(part)) : part))
    .join('.')
  if (issue.code === 'unrecognized_keys') {
    const names = Object.keys(schemaAt(parameters.body, issue.path.slice(1))?.properties ?? {})
    for (const key of issue.keys) yield unknownParameter(`${parameter}.${key}`, key, names)
  } else if (valueAt(value, issue.path) === undefined) {
    yield { parameter, problem: 'missing', message: `${parameter} is required.` }
  } else {
    yield { parameter, problem: 'invalid', message: `${parameter}: ${plainWords(issue)}.` }
  }
}

export function unknownParameter(parameter: string, name: string, known: readonly string[]): ParameterIssue {
  const suggestion = didYouMean(name, known)
  // All the names are of use to a program that wrote it; sixty of them are not.
  const all = suggestion || known.length > 30 || known.length === 0 ? '' : ` It takes: ${known.join(', ')}.`
  return { parameter, problem: 'unknown', message: `There is no parameter ${parameter}.${suggestion}${all}` }
}

function plainWords(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && issue.message === 'Invalid input') {
    const texts = issue.errors.flatMap(errors => errors.map(plainWords))
    return [...new Set(texts)].join(', or ')
  }
  const text = issue.message.replace(/^Invalid (input|option|string): /, '').replace(/^Too (small|big): /, '')
  return text === 'expected string, received number' ? `${text} (put ids in quotes)` : text
}

function schemaAt(schema: JsonSchema | undefined, path: readonly PropertyKey[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (at, part) => (typeof part === 'number' ? at?.items : at?.properties?.[String(part)]),
    schema,
  )
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? Reflect.get(at, part) : undefined),
    value,
  )
}
