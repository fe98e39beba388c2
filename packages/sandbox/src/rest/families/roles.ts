import { textIn } from '../../state/resource.ts'
import { list } from '../core/answer.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  computed,
  createdAt,
  createdBy,
  date,
  fixed,
  flag,
  group,
  modifiedAt,
  ref,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { between } from '../input/date-range.ts'
import { permissionFlags } from './role-permissions.ts'

export const role: Declaration = {
  type: 'role',
  home: 'workspace',
  readScope: 'roles:read',
  compact: ['name', 'description', 'is_standard_role'],
  fields: {
    name: required(text()),
    description: required(text()),
    is_standard_role: flag(),
    creation_time: createdAt,
    modified_at: modifiedAt,
    base_role_type: required(choice(['guest', 'member', 'admin', 'super_admin'])),
    permissions: group(permissionFlags),
    workspace: fixed(required(ref('workspace'))),
  },
}

/** That somebody is away. */
export const oooEntry: Declaration = {
  type: 'ooo_entry',
  home: 'workspace',
  readScope: 'ooo_entries:read',
  compact: ['start_date', 'end_date', 'user', 'created_by'],
  fields: {
    start_date: required(date()),
    end_date: required(date()),
    user: fixed(required(ref('user'))),
    workspace: { ...fixed(required(ref('workspace'))), show: () => undefined },
    created_by: createdBy,
  },
}

/** A colleague that is a program. Only Asana's settings make one. */
export const agent: Declaration = {
  type: 'agent',
  home: 'workspace',
  compact: ['name', 'resource_subtype'],
  fields: {
    name: { ...text(), accept: () => undefined },
    resource_subtype: computed(() => 'asana_teammate'),
    description: { initial: null, show: value => value },
    behavior_guidance: { initial: null, show: value => value },
    workspace: ref('workspace'),
    photo: computed(() => null),
  },
}

export const roleRoutes: readonly Route[] = [
  ...standardRoutes(role, '/roles', {
    get: 'roles:read',
    create: 'roles:write',
    update: 'roles:write',
    delete: 'roles:delete',
    list: { scope: 'roles:read', optional: ['workspace'] },
  }),
  ...standardRoutes(oooEntry, '/ooo_entries', {
    get: 'ooo_entries:read',
    create: 'ooo_entries:write',
    update: 'ooo_entries:write',
    delete: 'ooo_entries:delete',
    list: {
      scope: 'ooo_entries:read',
      required: ['user', 'workspace'],
      // Whatever overlaps the days asked for.
      where: (call, entry) =>
        between(call, textIn(entry, 'end_date'), 'start_date', '') &&
        between(call, textIn(entry, 'start_date'), '', 'end_date'),
    },
  }),
  ...standardRoutes(agent, '/agents', { get: null }),
  route('GET', '/workspaces/{workspace_gid}/agents', undefined, call => {
    const { gid } = call.target('workspace')
    return list(call.world.all('agent').filter(one => one.homeGid === gid))
  }),
]
