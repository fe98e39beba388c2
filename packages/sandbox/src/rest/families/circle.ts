import { change, type DeclaredType, gidsIn } from '../../state/resource.ts'
import { one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import { requiredPeopleFrom } from '../routes/people.ts'

/** `addFollowers` and `removeFollowers` of a resource, or the same of its members. */
export function circleRoutes(type: DeclaredType, circle: 'followers' | 'members'): readonly Route[] {
  const name = circle === 'followers' ? 'Followers' : 'Members'
  const path = `/${type}s/{${type}_gid}`
  const changed = (call: ApiCall, apply: (present: string[], named: string[]) => string[]) => {
    const target = call.target(type)
    const named = requiredPeopleFrom(call, call.input(circle), circle)
    change(call.world, target, { [circle]: apply(gidsIn(target, circle), named) })
    call.report(target, 'changed', { field: circle })
    return one(target)
  }
  return [
    route('POST', `${path}/add${name}`, undefined, call =>
      changed(call, (present, named) => [...new Set([...present, ...named])]),
    ),
    route('POST', `${path}/remove${name}`, undefined, call =>
      changed(call, (present, named) => present.filter(gid => !named.includes(gid))),
    ),
  ]
}
