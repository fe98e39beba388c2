import type { Entity } from '../../state/entities.ts'
import { insertAt } from '../../state/membership.ts'
import { gidIn, inside, type Resource } from '../../state/resource.ts'
import type { World } from '../../state/world.ts'
import { type ApiAnswer, empty, list, one, unpagedList } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { customFieldsArePaid, requirePaidFeatures } from '../core/paid-features.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { computed, type Field, flag, ref, sparse } from '../declare/field.ts'
import { addResource } from '../declare/writing.ts'
import { customValuesFrom } from '../input/custom-values.ts'
import { placeFrom } from '../input/place.ts'
import { customFieldValues } from '../render/custom-field-value.ts'
import { linksTo, linkTo } from '../render/link.ts'
import { createCustomField } from './custom-fields.ts'

/** A custom field on a project, portfolio, goal or team. */
export const customFieldSetting: Declaration = {
  type: 'custom_field_setting',
  home: 'parent',
  bound: ['custom_field'],
  readScope: 'custom_fields:read',
  compact: ['custom_field', 'is_important', 'parent', 'project'],
  fields: {
    parent: ref('project', 'portfolio', 'goal', 'team'),
    project: sparse(computed((setting, { world }) => linkTo(world.find('project', setting.homeGid)))),
    custom_field: ref('custom_field'),
    is_important: flag(),
    /** Where it stands among the settings of its object. */
    position: { initial: 0 },
  },
}

type Holder = 'project' | 'portfolio' | 'goal'

const scopes = { project: 'projects', portfolio: 'portfolios', goal: 'goals' } as const

export const customFieldSettingRoutes: readonly Route[] = [
  ...(['project', 'portfolio', 'goal'] as const).flatMap(holderRoutes),
  route('GET', '/teams/{team_gid}/custom_field_settings', 'teams:read', call =>
    unpagedList(settingsOf(call, call.target('team'))),
  ),
]

function holderRoutes(holder: Holder): Route[] {
  const scope = scopes[holder]
  const path = `/${scope}/{${holder}_gid}`
  return [
    route('GET', `${path}/custom_field_settings`, `${scope}:read`, call =>
      list(settingsOf(call, call.target(holder))),
    ),
    route('POST', `${path}/addCustomFieldSetting`, `${scope}:write`, call => add(call, call.target(holder))),
    route('POST', `${path}/removeCustomFieldSetting`, `${scope}:write`, call =>
      remove(call, call.target(holder)),
    ),
  ]
}

/** In the order they are shown. */
export function settingsOf({ world }: { world: World }, holder: Entity): Resource[] {
  const order = (setting: Resource) => Number(setting.values['position'])
  return inside(world, 'custom_field_setting', holder).sort((one, other) => order(one) - order(other))
}

/** A copy has the custom fields of its original. */
export function copySettings(call: ApiCall, original: Entity, copy: Entity): void {
  for (const { values } of settingsOf(call, original)) {
    addResource(call.world, customFieldSetting, call.user.gid, { ...values, parent: copy.gid })
  }
}

/** `custom_field_settings` and `custom_fields` of a resource that has both. */
export const customFieldMembers: Readonly<Record<'custom_field_settings' | 'custom_fields', Field>> = {
  custom_field_settings: computed((holder, context) => linksTo(settingsOf(context, holder))),
  custom_fields: {
    initial: {},
    // A new object is on nothing that has custom fields.
    accept: (call, input, _name, holder) =>
      holder === undefined ? undefined : customValuesFrom(call, input, holder),
    show: (_value, holder, context) => customFieldValues(holder, context),
  },
}

function add(call: ApiCall, holder: Entity): ApiAnswer {
  const input = call.input('custom_field', 'is_important', 'insert_before', 'insert_after')
  requirePaidFeatures(call, holder, customFieldsArePaid)
  const isImportant = input.boolean('is_important') ?? false
  const place = placeFrom(input)
  const described = input.value('custom_field')
  const field = isRecord(described)
    ? createCustomField(call.withData(described))
    : call.named('custom_field', 'custom_field', input.requiredGid('custom_field'))
  const present = settingsOf(call, holder)
  if (present.some(setting => gidIn(setting, 'custom_field') === field.gid)) {
    throw new ApiError(403, `Custom field with ID ${field.gid} is already on the parent object`)
  }
  const setting = addResource(call.world, customFieldSetting, call.user.gid, {
    parent: holder.gid,
    custom_field: field.gid,
    is_important: isImportant,
  })
  const gids = present.map(({ gid }) => gid)
  for (const [position, gid] of insertAt(gids, setting.gid, place).entries()) {
    const moved = call.world.get('custom_field_setting', gid)
    moved.values = { ...moved.values, position }
  }
  call.report(holder, 'changed', { field: 'custom_field_settings' })
  return one(setting)
}

function remove(call: ApiCall, holder: Entity): ApiAnswer {
  const gid = call.input('custom_field').requiredGid('custom_field')
  requirePaidFeatures(call, holder, customFieldsArePaid)
  const setting = settingsOf(call, holder).find(one => gidIn(one, 'custom_field') === gid)
  if (setting === undefined) throw new ApiError(400, `custom_field: Unknown object: ${gid}`)
  call.world.remove(setting)
  call.report(holder, 'changed', { field: 'custom_field_settings' })
  return empty()
}
