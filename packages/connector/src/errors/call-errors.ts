import { AsanaError } from '@x/asana-client'
import { didYouMean, nearest } from '../parameters/nearest.ts'

/** There is no such entity. Nothing was sent. */
export class EntityNotFoundError extends AsanaError {
  override readonly name = 'EntityNotFoundError'
  readonly entity: string
  /** What may have been meant, closest first. */
  readonly suggestions: readonly string[]

  /** Suggests the nearest of the known entities. */
  constructor(entity: string, known: readonly string[]) {
    super(
      `There is no entity ${quoted(entity)}.${didYouMean(entity, known)} There are ${known.length} entities.`,
      {
        code: 'entity_not_found',
      },
    )
    this.entity = entity
    this.suggestions = nearest(entity, known)
  }
}

/** The entity exists and has no such action. Nothing was sent. */
export class ActionNotSupportedError extends AsanaError {
  override readonly name = 'ActionNotSupportedError'
  readonly entity: string
  readonly action: string
  /** What the entity does have. */
  readonly supported: readonly string[]

  /** Suggests the nearest of the supported actions. */
  constructor(entity: string, action: string, supported: readonly string[]) {
    super(
      `${entity} has no action ${quoted(action)}.${didYouMean(action, supported)} It has: ${supported.join(', ')}.`,
      { code: 'action_not_supported' },
    )
    this.entity = entity
    this.action = action
    this.supported = supported
  }
}

/** What is wrong with one parameter. */
export interface ParameterIssue {
  /** With its path: `data.assignee`. */
  readonly parameter: string
  readonly problem: 'missing' | 'unknown' | 'invalid'
  /** Never repeats the value. */
  readonly message: string
}

/** The base of both errors on parameters. Nothing was sent; `issues` has all that is wrong at once. */
export abstract class ParameterError extends AsanaError {
  /** `entity.action`. */
  readonly action: string
  readonly issues: readonly ParameterIssue[]

  /** Says all the issues of one `entity.action`. */
  constructor(action: string, issues: readonly ParameterIssue[], code: string) {
    super(`${action}: ${issues.map(({ message }) => message).join(' ')}`, { code })
    this.action = action
    this.issues = issues
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), action: this.action, issues: this.issues }
  }
}

/** A required parameter was not given. */
export class MissingParameterError extends ParameterError {
  override readonly name = 'MissingParameterError'

  /** Says all the issues of one `entity.action`. */
  constructor(action: string, issues: readonly ParameterIssue[]) {
    super(action, issues, 'missing_parameter')
  }
}

/** A parameter is unknown, of the wrong type or out of range. */
export class InvalidParameterError extends ParameterError {
  override readonly name = 'InvalidParameterError'

  /** Says all the issues of one `entity.action`. */
  constructor(action: string, issues: readonly ParameterIssue[]) {
    super(action, issues, 'invalid_parameter')
  }
}

/** The error that says it all: a missing parameter is named first. */
export function parameterError(action: string, issues: readonly ParameterIssue[]): ParameterError {
  return issues.some(({ problem }) => problem === 'missing')
    ? new MissingParameterError(action, issues)
    : new InvalidParameterError(action, issues)
}

/** A name as somebody gave it, short enough for a message. */
function quoted(name: string): string {
  return JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name)
}
