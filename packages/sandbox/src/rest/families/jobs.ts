import { change, numberIn, type Value } from '../../state/resource.ts'
import { type ApiAnswer, created, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { choice, hidden, readOnly, ref, sparse, text } from '../declare/field.ts'
import { addResource } from '../declare/writing.ts'

const results = {
  new_project: sparse(readOnly(ref('project'))),
  new_task: sparse(readOnly(ref('task'))),
  new_portfolio: sparse(readOnly(ref('portfolio'))),
  new_project_template: sparse(readOnly(ref('project_template'))),
  new_graph_export: sparse(readOnly(ref('graph_export'))),
  new_resource_export: sparse(readOnly(ref('resource_export'))),
}

/** Work that goes on after its request was answered. */
export const job: Declaration = {
  type: 'job',
  home: 'workspace',
  readScope: 'jobs:read',
  compact: ['resource_subtype', 'status', ...Object.keys(results)],
  fields: {
    workspace: hidden(readOnly(ref('workspace'))),
    resource_subtype: readOnly(text()),
    status: readOnly(choice([], 'not_started')),
    ...results,
    finished_at_ms: { initial: 0 },
  },
}

/** What a job makes exists as soon as it starts, as Asana's does: what is copied into it follows. */
export function startJob(
  call: ApiCall,
  subtype: string,
  workspaceGid: string,
  result: Partial<Record<keyof typeof results, string>>,
): ApiAnswer {
  const finishedAtMs = call.world.clock.now() + call.realm.settings.jobDurationMs
  const values: Record<string, Value> = { ...result, workspace: workspaceGid, resource_subtype: subtype }
  return created(addResource(call.world, job, call.user.gid, { ...values, finished_at_ms: finishedAtMs }))
}

export const jobRoutes: readonly Route[] = [
  route('GET', '/jobs/{job_gid}', 'jobs:read', call => {
    const found = call.target('job')
    const done = call.world.clock.now() >= numberIn(found, 'finished_at_ms')
    change(call.world, found, { status: done ? 'succeeded' : 'in_progress' })
    return one(found)
  }),
]
