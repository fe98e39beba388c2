import type { ParameterIssue } from '../errors/call-errors.ts'

/** How much of a list is wanted. */
export interface PagingOptions {
  /** All pages, and not one. */
  readonly allPages: boolean
  /** At most so many items of all pages together; 10,000 if not given. */
  readonly maxItems: number
}

/** What `allPages` collects at most unless `maxItems` says otherwise: a list lives in memory. */
export const DEFAULT_MAX_ITEMS = 10_000

/** Both spellings of the parameters that are ours and not Asana's. */
export const pagingNames: ReadonlyMap<string, keyof PagingOptions> = new Map([
  ['allPages', 'allPages'],
  ['all_pages', 'allPages'],
  ['maxItems', 'maxItems'],
  ['max_items', 'maxItems'],
])

export function readPaging(given: Readonly<Record<string, unknown>>): {
  readonly paging: PagingOptions
  readonly issues: readonly ParameterIssue[]
} {
  const { allPages = false, maxItems = DEFAULT_MAX_ITEMS } = given
  const issues: ParameterIssue[] = []
  const refuse = (parameter: keyof PagingOptions, message: string) =>
    issues.push({ parameter, problem: 'invalid', message: `${parameter}: ${message}.` })
  if (typeof allPages !== 'boolean') refuse('allPages', 'expected a boolean')
  // Compared as it is: to be made a number, an object of a caller's would be asked for its `valueOf`.
  const most =
    typeof maxItems === 'number' && Number.isInteger(maxItems) && maxItems >= 1 ? maxItems : undefined
  if (most === undefined) refuse('maxItems', 'expected a whole number from 1')
  if ('maxItems' in given && allPages === false) refuse('maxItems', 'it goes with allPages: true')
  return { paging: { allPages: allPages === true, maxItems: most ?? DEFAULT_MAX_ITEMS }, issues }
}
