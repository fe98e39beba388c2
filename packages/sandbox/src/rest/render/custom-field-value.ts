import { customFieldsOf, customIdOf, customValuesOf } from '../../state/custom-values.ts'
import type { Entity } from '../../state/entities.ts'
import { nameOf } from '../../state/name-of.ts'
import { numberIn, type Resource, textIn, type Value } from '../../state/resource.ts'
import { isRecord } from '../core/request-body.ts'
import { customField } from '../families/custom-fields.ts'
import { type FieldValue, linksTo, linkTo } from './link.ts'
import type { RenderContext } from './representation.ts'

/** `custom_fields` of an object: each definition in its compact form, with the object's value. */
export function customFieldValues(entity: Entity, context: RenderContext): FieldValue[] {
  const values = customValuesOf(entity)
  return customFieldsOf(context.world, entity)
    .filter(field => entity.type !== 'user' || Object.hasOwn(values, field.gid))
    .map(field => {
      const value = field.values['id_prefix'] === null ? values[field.gid] : idOf(context, field, entity)
      return { ...definition(field, context), ...valueMembers(field, value ?? null, context) }
    })
}

function idOf({ world }: RenderContext, field: Resource, entity: Entity): Value {
  const number = entity.type === 'task' ? customIdOf(world, field, entity) : undefined
  return number === undefined ? null : `${textIn(field, 'id_prefix')}-${number}`
}

function definition(field: Resource, context: RenderContext): Record<string, FieldValue> {
  const members = customField.compact.flatMap(name => {
    const value = customField.fields[name]?.show?.(field.values[name] ?? null, field, context)
    return value === undefined ? [] : [[name, value] as const]
  })
  return { gid: field.gid, resource_type: field.type, ...Object.fromEntries(members) }
}

/** The member named after the kind of field, and the text that shows it. */
function valueMembers(field: Resource, value: Value, { world }: RenderContext): Record<string, FieldValue> {
  const gids = Array.isArray(value) ? value.map(String) : []
  const named = gids.flatMap(gid => world.findAny(gid) ?? [])
  const names = named.flatMap(one => nameOf(one) ?? []).join(', ')
  if (field.values['id_prefix'] !== null) return { text_value: value, display_value: value }
  switch (field.values['resource_subtype']) {
    case 'number': {
      const shown = typeof value === 'number' ? value.toFixed(numberIn(field, 'precision')) : null
      return { precision: numberIn(field, 'precision'), number_value: value, display_value: shown }
    }
    case 'enum': {
      const option = world.find('enum_option', typeof value === 'string' ? value : null)
      return {
        enum_value: linkTo(option),
        display_value: option === undefined ? null : textIn(option, 'name'),
      }
    }
    case 'multi_enum':
      return { multi_enum_values: linksTo(named), display_value: names === '' ? null : names }
    case 'people':
      return { people_value: linksTo(named), display_value: names === '' ? null : names }
    case 'reference':
      return { reference_value: linksTo(named), display_value: names === '' ? null : names }
    case 'date': {
      const { date, date_time } = isRecord(value) ? value : {}
      return { date_value: value, display_value: String(date_time ?? date ?? '') || null }
    }
    default:
      return { text_value: value, display_value: value }
  }
}
