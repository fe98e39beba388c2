import { isClub, membersOf, setMembers } from '../../state/members.ts'
import { change, gidIn, type Resource } from '../../state/resource.ts'
import { created, empty, unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { choice, createdBy, readOnly, ref, required, text } from '../declare/field.ts'
import { createResource } from '../declare/writing.ts'
import { missingInput } from '../input/input.ts'

/** Asking to be let into a project or portfolio: the one request that may name what the asker cannot see. */
export const accessRequest: Declaration = {
  type: 'access_request',
  home: 'target',
  compact: ['message', 'approval_status', 'requester', 'target'],
  fields: {
    target: {
      ...required(ref('project', 'portfolio')),
      accept: (call, input, name) => targetGid(call, input.requiredGid(name)),
      show: (value, _request, { world }) => ({
        gid: value,
        resource_type: world.findAny(String(value))?.type ?? 'project',
      }),
    },
    message: text(),
    approval_status: readOnly(choice([], 'pending')),
    requester: createdBy,
  },
}

export const accessRequestRoutes: readonly Route[] = [
  route('GET', '/access_requests', undefined, call => {
    const gid = call.query.get('target')
    if (gid === null || gid === '') throw missingInput('target')
    const user = call.query.get('user')
    const requester = user === null ? undefined : call.findUser(user)?.gid
    const all = call.visible(call.world.all('access_request'))
    return unpagedList(
      all.filter(
        one => one.homeGid === targetGid(call, gid) && (user === null || one.createdByGid === requester),
      ),
    )
  }),
  route('POST', '/access_requests', undefined, call => created(createResource(call, accessRequest))),
  route('POST', '/access_requests/{access_request_gid}/approve', undefined, call => {
    const request = decide(call, 'approved')
    const club = call.world.findAny(request.homeGid)
    if (isClub(club)) setMembers(call.world, club, [...new Set([...membersOf(club), request.createdByGid])])
    return empty()
  }),
  route('POST', '/access_requests/{access_request_gid}/reject', undefined, call => {
    decide(call, 'denied')
    return empty()
  }),
]

function targetGid(call: ApiCall, gid: string): string {
  const entity = call.world.findAny(gid)
  if (entity?.type === 'project' || entity?.type === 'portfolio') return gid
  throw new ApiError(400, `target: ${/^\d+$/.test(gid) ? 'Unknown object' : 'Not a recognized ID'}: ${gid}`)
}

/** By somebody who has the access that is asked for, once. */
function decide(call: ApiCall, decision: 'approved' | 'denied'): Resource {
  const request = call.target('access_request')
  const wanted = call.world.findAny(request.homeGid)
  if (wanted !== undefined) call.requireSight(wanted)
  if (gidIn(request, 'approval_status') !== 'pending') {
    throw new ApiError(400, 'access_request: This request was already answered')
  }
  change(call.world, request, { approval_status: decision })
  return request
}
