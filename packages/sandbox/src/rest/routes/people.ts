import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Input, missingInput } from '../input/input.ts'

/** Gids of people given as `me`, gids or e-mail addresses. */
function peopleFrom(call: ApiCall, input: Input, name: 'followers' | 'members'): string[] {
  return (input.strings(name) ?? []).map((identifier, index) => {
    const user = call.findUser(identifier)
    if (user === undefined) throw new ApiError(400, `${name}: [${index}]: Unknown object: ${identifier}`)
    return user.gid
  })
}

export function requiredPeopleFrom(call: ApiCall, input: Input, name: 'followers' | 'members'): string[] {
  if (!input.has(name)) throw missingInput(name)
  return peopleFrom(call, input, name)
}

export function followersFrom(call: ApiCall, input: Input): string[] {
  return peopleFrom(call, input, 'followers')
}
