import { change, type Resource, textIn, type Value } from '../../state/resource.ts'
import { created, list } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { customFieldsArePaid } from '../core/paid-features.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import type { Declaration } from '../declare/declaration.ts'
import {
  choice,
  choices,
  computed,
  createdBy,
  type Field,
  fixed,
  flag,
  hidden,
  nullableText,
  number,
  ref,
  refs,
  required,
  text,
} from '../declare/field.ts'
import { standardRoutes } from '../declare/standard-routes.ts'
import { addResource, createResource } from '../declare/writing.ts'
import { enumOption, isEnum, optionDrafts } from './enum-options.ts'

const kinds = ['text', 'enum', 'multi_enum', 'number', 'date', 'people', 'reference'] as const
const formats = ['currency', 'identifier', 'percentage', 'custom', 'duration', 'none'] as const

/** On a number field only: the others have no such member. */
function ofNumbers(field: Field): Field {
  const { show } = field
  if (show === undefined) return field
  return {
    ...field,
    show: (value, resource, context) =>
      resource.values['resource_subtype'] === 'number' ? show(value, resource, context) : undefined,
  }
}

/** A definition has no value: what is sent as one is let through and forgotten, as clients send whole records. */
const valueOfNothing: Field = { initial: null, accept: () => undefined }

export const customField: Declaration = {
  type: 'custom_field',
  home: 'workspace',
  paid: customFieldsArePaid,
  readScope: 'custom_fields:read',
  compact: [
    'name',
    'type',
    'enabled',
    'enum_options',
    'representation_type',
    'id_prefix',
    'input_restrictions',
    'is_formula_field',
  ],
  fields: {
    workspace: hidden(required(ref('workspace'))),
    name: required(text()),
    resource_subtype: fixed(required(choice(kinds))),
    type: { ...choice(kinds), show: (_value, field) => textIn(field, 'resource_subtype') },
    description: text(),
    enabled: computed(() => true),
    enum_options: {
      ...refs('enum_option'),
      // Later on, options have requests of their own.
      accept: (_call, input, name, field) => (field === undefined ? optionDrafts(input, name) : undefined),
      show: (value, field, context) =>
        isEnum(field) ? refs('enum_option').show?.(value, field, context) : undefined,
    },
    representation_type: computed(field =>
      field.values['id_prefix'] === null ? textIn(field, 'resource_subtype') : 'custom_id',
    ),
    id_prefix: nullableText(),
    input_restrictions: choices(['task', 'project', 'portfolio', 'goal']),
    is_formula_field: flag(),
    precision: ofNumbers(number(0)),
    format: ofNumbers(choice(formats, 'none')),
    currency_code: ofNumbers(nullableText()),
    custom_label: ofNumbers(nullableText()),
    custom_label_position: ofNumbers(choice(['prefix', 'suffix'])),
    is_global_to_workspace: computed(() => true),
    has_notifications_enabled: flag(),
    asana_created_field: computed(() => null),
    is_value_read_only: computed(() => false),
    privacy_setting: computed(() => 'public'),
    default_access_level: computed(() => 'editor'),
    created_by: createdBy,
    owned_by_app: hidden(flag()),
    members: { initial: [] },
    /** Of a field that numbers tasks: the last number it gave. */
    last_number: { initial: 0 },
    ...Object.fromEntries(
      ['date', 'enum', 'number', 'text', 'people', 'reference']
        .map(kind => `${kind}_value`)
        .concat('multi_enum_values')
        .map(name => [name, valueOfNothing]),
    ),
  },
}

export const customFieldRoutes: readonly Route[] = [
  ...standardRoutes(customField, '/custom_fields', {
    get: 'custom_fields:read',
    update: 'custom_fields:write',
    delete: null,
  }),
  route('POST', '/custom_fields', 'custom_fields:write', call => created(createCustomField(call))),
  route('GET', '/workspaces/{workspace_gid}/custom_fields', 'custom_fields:read', call => {
    const workspace = call.target('workspace')
    return list(call.world.all('custom_field').filter(field => field.homeGid === workspace.gid))
  }),
]

/** Also called where a field is described inside the request that puts it on a project. */
export function createCustomField(call: ApiCall): Resource {
  const field = createResource(call, customField)
  const drafts = field.values['enum_options']
  const options = (Array.isArray(drafts) ? drafts : []).map(draft => {
    const values = isRecord(draft) ? (draft as Record<string, Value>) : {}
    return addResource(call.world, enumOption, call.user.gid, { ...values, custom_field: field.gid }).gid
  })
  change(call.world, field, { enum_options: options })
  return field
}
