import { gzipSync } from 'node:zlib'
import type { Entity } from '../../state/entities.ts'
import { workspaceOf } from '../../state/home.ts'
import { change, type DeclaredType, numberIn, type Resource } from '../../state/resource.ts'
import { type ApiAnswer, created, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { choice, computed, createdAt, type Field, readOnly, ref } from '../declare/field.ts'
import { addResource } from '../declare/writing.ts'
import { missingInput } from '../input/input.ts'
import { isoTime } from '../render/representation.ts'
import { startJob } from './jobs.ts'

/** There once the file is written. */
const downloadUrl: Field = computed((file, { world, downloadUrl: urlOf }) =>
  world.clock.now() >= numberIn(file, 'finished_at_ms') ? urlOf(file.gid) : null,
)

function exportedFile(type: DeclaredType): Declaration {
  return {
    type,
    home: 'workspace',
    compact: ['created_at', 'download_url', 'completed_at'],
    fields: {
      workspace: { initial: null },
      finished_at_ms: { initial: 0 },
      created_at: createdAt,
      download_url: downloadUrl,
      completed_at: computed(file => isoTime(numberIn(file, 'finished_at_ms'))),
    },
  }
}

export const graphExport = exportedFile('graph_export')
export const resourceExport = exportedFile('resource_export')

export const organizationExport: Declaration = {
  type: 'organization_export',
  home: 'organization',
  compact: ['created_at', 'download_url', 'state', 'organization'],
  fields: {
    finished_at_ms: { initial: 0 },
    created_at: createdAt,
    download_url: downloadUrl,
    state: readOnly(choice([], 'pending')),
    organization: readOnly(ref('workspace')),
  },
}

export const exportRoutes: readonly Route[] = [
  route('POST', '/organization_exports', undefined, call => {
    const gid = call.input('organization').requiredGid('organization')
    const organization = call.named('workspace', 'organization', gid)
    if (!organization.isOrganization) throw new ApiError(400, 'organization: Not an organization')
    return created(exportFile(call, organizationExport, organization, inWorkspace(call, organization.gid)))
  }),
  route('GET', '/organization_exports/{organization_export_gid}', undefined, call => {
    const found = call.target('organization_export')
    const done = call.world.clock.now() >= numberIn(found, 'finished_at_ms')
    change(call.world, found, { state: done ? 'finished' : 'started' })
    return one(found)
  }),
  route('POST', '/exports/graph', undefined, exportGraph),
  route('POST', '/exports/resource', undefined, exportResources),
]

function exportGraph(call: ApiCall): ApiAnswer {
  const gid = call.input('parent').requiredGid('parent')
  const parent = call.namedAny(['goal', 'team', 'portfolio', 'project'], 'parent', gid)
  const workspaceGid = workspaceOf(call.world, parent) ?? ''
  const below = inWorkspace(call, workspaceGid).filter(
    one => one === parent || (one.type === 'task' && isIn(call, one.gid, parent.gid)),
  )
  const home = call.world.get('workspace', workspaceGid)
  const { gid: file } = exportFile(call, graphExport, home, below)
  return startJob(call, 'graph_export', workspaceGid, { new_graph_export: file })
}

function exportResources(call: ApiCall): ApiAnswer {
  const input = call.input('workspace', 'export_request_parameters')
  const workspace = call.named('workspace', 'workspace', input.requiredGid('workspace'))
  const wanted = input.value('export_request_parameters')
  if (!Array.isArray(wanted)) throw missingInput('export_request_parameters')
  const types = wanted.map((one: unknown) => (isRecord(one) ? one['resource_type'] : undefined))
  const found = inWorkspace(call, workspace.gid).filter(one => types.includes(one.type))
  const { gid } = exportFile(call, resourceExport, workspace, found)
  return startJob(call, 'resource_export', workspace.gid, { new_resource_export: gid })
}

function inWorkspace(call: ApiCall, workspaceGid: string): Entity[] {
  const types = ['team', 'project', 'section', 'task', 'story', 'tag', 'portfolio', 'goal'] as const
  const all: Entity[] = types.flatMap<Entity>(type => call.world.all(type))
  return call.visible(all).filter(one => workspaceOf(call.world, one) === workspaceGid)
}

function isIn(call: ApiCall, taskGid: string, projectGid: string): boolean {
  const project = call.world.find('project', projectGid)
  return project?.sectionGids.some(gid => call.world.get('section', gid).taskGids.includes(taskGid)) ?? false
}

/** One line of JSON for each object, compressed. */
function exportFile(
  call: ApiCall,
  declaration: Declaration,
  home: Entity,
  entities: readonly Entity[],
): Resource {
  const file = addResource(call.world, declaration, call.user.gid, {
    [declaration.home]: home.gid,
    finished_at_ms: call.world.clock.now() + call.realm.settings.jobDurationMs,
  })
  const lines = entities.map(entity => {
    const name = 'name' in entity ? { name: entity.name } : 'values' in entity ? entity.values : {}
    return `${JSON.stringify({ gid: entity.gid, resource_type: entity.type, ...name })}\n`
  })
  call.world.files.set(file.gid, { contentType: 'application/gzip', content: gzipSync(lines.join('')) })
  return file
}
