import { insertAt } from '../../state/membership.ts'
import { change, gidIn, gidsIn, type Resource, textIn, type Value } from '../../state/resource.ts'
import { created, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { customFieldsArePaid, requirePaidFeatures } from '../core/paid-features.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import { fixed, flag, hidden, ref, required, text } from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { createResource } from '../declare/writing.ts'
import type { Input } from '../input/input.ts'
import { placeFrom } from '../input/place.ts'

/** One of the values that an enum may have. */
export const enumOption: Declaration = {
  type: 'enum_option',
  home: 'custom_field',
  paid: customFieldsArePaid,
  readScope: 'custom_fields:read',
  compact: ['name', 'enabled', 'color'],
  fields: {
    custom_field: { initial: null },
    name: required(text()),
    enabled: flag(true),
    color: text('none'),
    insert_before: hidden(fixed(ref('enum_option'))),
    insert_after: hidden(fixed(ref('enum_option'))),
  },
}

export const enumOptionRoutes: readonly Route[] = [
  ...standardRoutes(enumOption, '/enum_options', { update: 'custom_fields:write' }),
  route('POST', '/custom_fields/{custom_field_gid}/enum_options', 'custom_fields:write', call => {
    const field = enumTarget(call)
    const option = createResource(call, enumOption, { custom_field: field.gid })
    const place = { before: gidIn(option, 'insert_before'), after: gidIn(option, 'insert_after') }
    change(call.world, field, { enum_options: insertAt(gidsIn(field, 'enum_options'), option.gid, place) })
    return created(option)
  }),
  route('POST', '/custom_fields/{custom_field_gid}/enum_options/insert', 'custom_fields:write', call => {
    const field = enumTarget(call)
    const input = call.input('enum_option', 'before_enum_option', 'after_enum_option')
    const option = call.named('enum_option', 'enum_option', input.requiredGid('enum_option'))
    if (option.homeGid !== field.gid) throw new ApiError(400, `enum_option: Unknown object: ${option.gid}`)
    const place = placeFrom(input, 'before_enum_option', 'after_enum_option')
    change(call.world, field, { enum_options: insertAt(gidsIn(field, 'enum_options'), option.gid, place) })
    return one(option)
  }),
]

function enumTarget(call: ApiCall): Resource {
  const field = call.target('custom_field')
  requirePaidFeatures(call, field, customFieldsArePaid)
  if (!isEnum(field)) throw new ApiError(400, 'custom_field: Only an enum field has options')
  return field
}

export function isEnum(field: Resource): boolean {
  return textIn(field, 'resource_subtype').endsWith('enum')
}

/** The options a new field starts with; they become objects when the field has its gid. */
export function optionDrafts(input: Input, name: string): Value | undefined {
  const value = input.value(name)
  if (value === undefined || value === null) return undefined
  if (!Array.isArray(value)) throw new ApiError(400, `${name}: Value is not an array`)
  return value.map((option: unknown, index) => {
    const { name: label, color, enabled } = isRecord(option) ? option : {}
    if (typeof label !== 'string') throw new ApiError(400, `${name}: [${index}]: name: Missing input`)
    return {
      name: label,
      ...(typeof color === 'string' ? { color } : {}),
      ...(typeof enabled === 'boolean' ? { enabled } : {}),
    }
  })
}
