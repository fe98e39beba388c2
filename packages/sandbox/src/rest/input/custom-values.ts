import { customFieldsOf, customValuesOf } from '../../state/custom-values.ts'
import type { CustomValues, Entity } from '../../state/entities.ts'
import { gidsIn, type Resource, type Value } from '../../state/resource.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { customFieldsArePaid, requirePaidFeatures } from '../core/paid-features.ts'
import { isRecord } from '../core/request-body.ts'
import { Input } from './input.ts'

/** `custom_fields` of a write, checked and merged with what the object has; undefined where none was sent. */
export function customValuesFrom(call: ApiCall, input: Input, entity: Entity): CustomValues | undefined {
  const sent = input.value('custom_fields')
  if (sent === undefined || sent === null) return undefined
  if (!isRecord(sent)) throw new ApiError(400, `custom_fields: Value is not a JSON object: ${String(sent)}`)
  const names = Object.keys(sent)
  if (names.length === 0) return undefined
  requirePaidFeatures(call, entity.type === 'user' ? homeOfUser(call, entity) : entity, customFieldsArePaid)
  const allowed = customFieldsOf(call.world, entity)
  const values = new Input(sent, names)
  const read = names.map(gid => {
    const field = call.named('custom_field', 'custom_fields', gid)
    // As Asana words it, from reports of its users.
    if (!allowed.includes(field)) {
      throw new ApiError(400, `custom_fields: Custom field with ID ${gid} is not on given object`)
    }
    if (field.values['id_prefix'] !== null) throw new ApiError(400, `${gid}: Cannot write this property`)
    return [gid, sent[gid] === null ? null : valueFor(call, field, values)] as const
  })
  return { ...customValuesOf(entity), ...Object.fromEntries(read) }
}

function homeOfUser(call: ApiCall, user: Entity): Entity {
  return call.world.workspacesOf(user.gid).find(({ premium }) => premium) ?? user
}

function valueFor(call: ApiCall, field: Resource, input: Input): Value {
  const { gid } = field
  switch (field.values['resource_subtype']) {
    case 'number':
      return input.number(gid) ?? null
    case 'enum':
      return optionFrom(field, gid, input.requiredGid(gid))
    case 'multi_enum':
      return (input.strings(gid) ?? []).map(option => optionFrom(field, gid, option))
    case 'people':
      return (input.strings(gid) ?? []).map(identifier => {
        const user = call.findUser(identifier)
        if (user === undefined) throw new ApiError(400, `${gid}: Unknown object: ${identifier}`)
        return user.gid
      })
    case 'reference':
      return (input.strings(gid) ?? []).map(
        one => call.namedAny(['task', 'project', 'portfolio', 'goal'], gid, one).gid,
      )
    case 'date': {
      const value = input.value(gid)
      if (!isRecord(value)) throw new ApiError(400, `${gid}: Value is not a JSON object: ${String(value)}`)
      const part = new Input(value, ['date', 'date_time'])
      const moment = part.dateTime('date_time') ?? null
      return { date: moment?.slice(0, 10) ?? part.date('date') ?? null, date_time: moment }
    }
    default:
      return input.string(gid) ?? null
  }
}

function optionFrom(field: Resource, name: string, gid: string): string {
  if (gidsIn(field, 'enum_options').includes(gid)) return gid
  throw new ApiError(400, `${name}: Unknown object: ${gid}`)
}
