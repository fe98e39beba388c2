import { ApiError } from '../core/api-error.ts'
import type { Input } from './input.ts'

/** `include` of a duplication: the parts that the copy takes along. */
export function includedIn<T extends string>(input: Input, known: readonly T[]): T[] {
  return (input.strings('include') ?? []).map(name => {
    const part = known.find(one => one === name)
    if (part === undefined) throw new ApiError(400, `include: Not a valid value: ${name}`)
    return part
  })
}
