import { unprocessable } from '../http/api-error.ts'

/** Of all pages together. They are in memory until they are answered, and it is everybody's memory. */
const MOST_ITEMS = 10_000

/** @throws ApiError 422 `invalid_parameter` when more are asked for */
export function checkItems(params: Readonly<Record<string, unknown>>): void {
  for (const name of ['maxItems', 'max_items']) {
    const items = params[name]
    if (typeof items !== 'number' || items <= MOST_ITEMS) continue
    throw unprocessable(
      'invalid_parameter',
      `${name}: at most ${MOST_ITEMS} here. Go on with the offset in next_page of connector_metadata.`,
      `params.${name}`,
    )
  }
}
