import type { Action } from '../actions/action.ts'
import { type ParameterIssue, parameterError } from '../errors/call-errors.ts'
import { type ActionParameters, offeredName, parametersFor, sentName } from './action-parameters.ts'
import { describeIssue, unknownParameter } from './describe-issue.ts'
import { type PagingOptions, pagingNames, readPaging } from './paging-options.ts'
import { customFieldValue, parameterSchema } from './parameter-schema.ts'

/** Parameters that can be sent. */
export interface CheckedParameters {
  /** Under the names that Asana knows; `data` is one of them. */
  readonly params: Readonly<Record<string, unknown>>
  readonly paging: PagingOptions
}

/**
 * Checks what somebody wants to call an action with, before anything is sent.
 * @throws {MissingParameterError | InvalidParameterError} with all that is wrong
 */
export function checkParameters(action: Action, given: unknown): CheckedParameters {
  if (!isObject(given)) {
    const message = 'The parameters must be an object.'
    throw parameterError(action.id, [{ parameter: 'params', problem: 'invalid', message }])
  }
  const parameters = parametersFor(action)
  const sorted = sortOut(parameters, given)
  const { paging, issues: pagingIssues } = readPaging(sorted.paging)
  const result = parameterSchema(action).safeParse(sorted.params)
  function* allIssues(): Generator<ParameterIssue> {
    for (const name of sorted.unknown) yield refusal(action, parameters, name)
    yield* sorted.issues
    yield* pagingIssues
    for (const issue of result.error?.issues ?? []) yield* describeIssue(issue, parameters, sorted.params)
  }
  const issues = firstOf(allIssues())
  if (issues.length > 0) throw parameterError(action.id, issues)
  return { params: { ...sorted.params, ...sorted.customFields }, paging }
}

/** Beyond so many, a call is not one that somebody corrects word by word. */
const MAX_ISSUES = 20

/** Taken one by one: to describe each looks for the nearest names, and there may be thousands. */
function firstOf(all: Iterable<ParameterIssue>): ParameterIssue[] {
  const issues: ParameterIssue[] = []
  for (const issue of all) {
    if (issues.length === MAX_ISSUES) {
      return [...issues, { parameter: 'params', problem: 'invalid', message: 'There is more.' }]
    }
    issues.push(issue)
  }
  return issues
}

interface Sorted {
  readonly params: Record<string, unknown>
  readonly customFields: Record<string, unknown>
  readonly paging: Record<string, unknown>
  /** Names that are none of the action's. */
  readonly unknown: string[]
  readonly issues: ParameterIssue[]
}

/** Puts every parameter where it belongs, and fields of `data` that stand beside it into `data`. */
function sortOut(parameters: ActionParameters, given: Readonly<Record<string, unknown>>): Sorted {
  const sorted: Sorted = { params: {}, customFields: {}, paging: {}, unknown: [], issues: [] }
  const fields: Record<string, unknown> = {}
  const bodyFields = parameters.body?.properties ?? {}
  for (const [name, value] of Object.entries(given)) {
    // `null` is how models leave out an optional parameter. In `data` it means something.
    if (value === undefined || (value === null && !Object.hasOwn(bodyFields, name))) continue
    const sent = sentName(parameters, name)
    const pagingName = parameters.paging ? pagingNames.get(name) : undefined
    if (name === 'data' && parameters.body) sorted.params['data'] = value
    else if (pagingName) sorted.paging[pagingName] = value
    else if (sent?.startsWith('custom_fields.')) addCustomField(sorted, sent, value)
    else if (sent) addParameter(sorted, sent, value)
    else if (Object.hasOwn(bodyFields, name)) fields[name] = value
    else sorted.unknown.push(name)
  }
  gatherData(sorted, parameters, fields)
  return sorted
}

function addParameter(sorted: Sorted, name: string, value: unknown): void {
  if (Object.hasOwn(sorted.params, name)) {
    const message = `${name} is given twice, also as ${offeredName(name)}.`
    sorted.issues.push({ parameter: name, problem: 'invalid', message })
  }
  sorted.params[name] = value
}

function addCustomField(sorted: Sorted, name: string, value: unknown): void {
  const { error } = customFieldValue.safeParse(value)
  for (const { message } of error?.issues ?? []) {
    sorted.issues.push({ parameter: name, problem: 'invalid', message: `${name}: ${message}.` })
  }
  sorted.customFields[name] = value
}

function gatherData(sorted: Sorted, { body }: ActionParameters, fields: Record<string, unknown>): void {
  const names = Object.keys(fields)
  const [first] = names
  if (!body || first === undefined) return
  if (!Object.hasOwn(sorted.params, 'data')) {
    sorted.params['data'] = fields
    return
  }
  const message = `Put ${names.join(', ')} into data, or leave data away: fields go into it or beside it, not both.`
  sorted.issues.push({ parameter: first, problem: 'invalid', message })
}

/** Why a parameter is not taken. */
function refusal(action: Action, parameters: ActionParameters, name: string): ParameterIssue {
  if (name === 'offset' && Object.hasOwn(parameters.query, 'assignee.any')) {
    // Asana docs, Search tasks in a workspace: results are not stable, so there are no pages.
    const message =
      "Asana's search has no offset. Use allPages: true, or sort_by: 'created_at' with created_at_before (the created_at of the last result)."
    return { parameter: name, problem: 'unknown', message }
  }
  return unknownParameter(name, name, offeredNames(action))
}

/** Every name that an action offers. */
function offeredNames(action: Action): string[] {
  const { path, query, body, paging } = parametersFor(action)
  return [
    ...path,
    ...Object.keys(query).map(offeredName),
    ...(body ? ['data'] : []),
    ...(paging ? new Set(pagingNames.values()) : []),
  ]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
