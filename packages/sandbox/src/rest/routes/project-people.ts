import type { Project } from '../../state/entities.ts'
import { one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import { requiredPeopleFrom } from './people.ts'

/** Members and followers of a project: no granular scope covers them. */
export const projectPeopleRoutes: readonly Route[] = [
  route('POST', '/projects/{project_gid}/addMembers', undefined, call => add(call, 'members')),
  route('POST', '/projects/{project_gid}/removeMembers', undefined, call => remove(call, 'members')),
  route('POST', '/projects/{project_gid}/addFollowers', undefined, call => add(call, 'followers')),
  route('POST', '/projects/{project_gid}/removeFollowers', undefined, call => remove(call, 'followers')),
]

type Circle = 'members' | 'followers'
const gidsOf = { members: 'memberGids', followers: 'followerGids' } as const

function add(call: ApiCall, circle: Circle) {
  return change(call, circle, (present, named) => [...new Set([...present, ...named])])
}

function remove(call: ApiCall, circle: Circle) {
  return change(call, circle, (present, named) => present.filter(gid => !named.includes(gid)))
}

function change(call: ApiCall, circle: Circle, apply: (present: string[], named: string[]) => string[]) {
  const project: Project = call.target('project')
  const named = requiredPeopleFrom(call, call.input(circle), circle)
  project[gidsOf[circle]] = apply(project[gidsOf[circle]], named)
  call.report(project, 'changed', { field: circle })
  return one(project)
}
