import type { Project } from '../../state/entities.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { plainText } from '../render/html-text.ts'
import { customValuesFrom } from './custom-values.ts'
import { defined } from './defined.ts'
import type { Input } from './input.ts'

export const writableProjectFields = [
  'name',
  'notes',
  'html_notes',
  'archived',
  'color',
  'icon',
  'default_view',
  'due_on',
  'due_date',
  'start_on',
  'privacy_setting',
  'public',
  'owner',
  'team',
  'default_access_level',
  'minimum_access_level_for_customization',
  'minimum_access_level_for_sharing',
  'custom_fields',
] as const

const privacySettings = ['public_to_workspace', 'private_to_team', 'private'] as const
const views = ['list', 'board', 'calendar', 'timeline'] as const

/** The fields that were sent, checked: nothing is written yet. */
export function projectChanges(call: ApiCall, input: Input, project?: Project): Partial<Project> {
  const html = input.string('html_notes')
  const isPublic = input.boolean('public')
  const fromPublic = isPublic === undefined ? undefined : isPublic ? 'public_to_workspace' : 'private'
  return defined<Partial<Project>>({
    // A project can't lose its name.
    name: input.has('name') ? input.requiredString('name') : undefined,
    notes: html === undefined ? input.string('notes') : plainText(html),
    archived: input.boolean('archived'),
    color: input.nullableString('color'),
    icon: input.nullableString('icon'),
    defaultView: input.oneOf('default_view', views),
    dueOn: input.has('due_on') ? input.date('due_on') : input.date('due_date'),
    startOn: input.date('start_on'),
    privacySetting: input.oneOf('privacy_setting', privacySettings) ?? fromPublic,
    ownerGid: ownerFrom(call, input),
    teamGid: teamFrom(call, input),
    policies: policiesFrom(input, project),
    customValues: project === undefined ? undefined : customValuesFrom(call, input, project),
  })
}

function policiesFrom(input: Input, project: Project | undefined): Project['policies'] {
  const levels = ['admin', 'editor'] as const
  const sent = defined<Project['policies']>({
    default_access_level: input.oneOf('default_access_level', [...levels, 'commenter', 'viewer'] as const),
    minimum_access_level_for_customization: input.oneOf('minimum_access_level_for_customization', levels),
    minimum_access_level_for_sharing: input.oneOf('minimum_access_level_for_sharing', levels),
  })
  return { ...project?.policies, ...sent }
}

function ownerFrom(call: ApiCall, input: Input): string | null | undefined {
  const identifier = input.gid('owner')
  if (identifier === undefined || identifier === null) return identifier
  const user = call.findUser(identifier)
  if (user === undefined) throw new ApiError(400, `owner: Unknown object: ${identifier}`)
  return user.gid
}

function teamFrom(call: ApiCall, input: Input): string | null | undefined {
  const gid = input.gid('team')
  return gid === undefined || gid === null ? gid : call.named('team', 'team', gid).gid
}
