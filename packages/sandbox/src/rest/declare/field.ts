import type { ResourceType } from '../../state/entities.ts'
import type { Resource, Value } from '../../state/resource.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { isRecord } from '../core/request-body.ts'
import { Input } from '../input/input.ts'
import { htmlText, plainText } from '../render/html-text.ts'
import { type FieldValue, linkTo } from '../render/link.ts'
import { isoTime, type RenderContext } from '../render/representation.ts'

/** One field of a declared resource: what may be written into it, and how it shows. */
export interface Field {
  /** What it holds until it is written. */
  readonly initial: Value
  /** The value that was sent, checked; undefined where none was. Without it the field is read-only. */
  readonly accept?: (call: ApiCall, input: Input, name: string, resource?: Resource) => Value | undefined
  /** Without it the field is never shown; undefined leaves it out of this answer. */
  readonly show?: (value: Value, resource: Resource, context: RenderContext) => FieldValue | undefined
  readonly required?: boolean
  /** Only a create may write it. */
  readonly fixed?: boolean
  /** The field that keeps what is written into this one. */
  readonly into?: string
  /** What a query parameter of the same name is compared with. */
  readonly wanted?: (call: ApiCall, name: string, text: string) => Value
}

const asItIs = (value: Value): FieldValue => value

export function text(initial: string | null = ''): Field {
  return { initial, show: asItIs, accept: (_call, input, name) => input.nullableString(name) ?? undefined }
}

/** Text that `null` empties. */
export function nullableText(): Field {
  return { ...text(null), accept: (_call, input, name) => input.nullableString(name) }
}

/** The rich text beside the plain one in `name`: one text, kept once. */
export function htmlOf(name: string): Field {
  return {
    initial: null,
    into: name,
    accept: (_call, input, own) => {
      const html = input.string(own)
      return html === undefined ? undefined : plainText(html)
    },
    show: (_value, resource) => htmlText(String(resource.values[name] ?? '')),
  }
}

export function flag(initial = false): Field {
  return {
    initial,
    show: asItIs,
    accept: (_call, input, name) => input.boolean(name),
    wanted: (_call, _name, sent) => sent === 'true',
  }
}

export function number(initial: number | null = null): Field {
  return { initial, show: asItIs, accept: (_call, input, name) => input.number(name) }
}

export function date(): Field {
  return { initial: null, show: asItIs, accept: (_call, input, name) => input.date(name) }
}

export function choice(choices: readonly string[], initial: string | null = null): Field {
  return { initial, show: asItIs, accept: (_call, input, name) => input.oneOf(name, choices) }
}

export function choices(of: readonly string[]): Field {
  return {
    initial: [],
    show: asItIs,
    accept: (_call, input, name) =>
      input.strings(name)?.map((one, index) => {
        if (of.includes(one)) return one
        throw new ApiError(400, `${name}: [${index}]: Not a valid value: ${one}`)
      }),
  }
}

/** An object with fields of its own. What was not sent of it stays as it was. */
export function group(fields: Readonly<Record<string, Field>>): Field {
  const partOf = (value: Value | undefined, name: string): Value =>
    (isRecord(value) ? (value[name] as Value | undefined) : undefined) ?? fields[name]?.initial ?? null
  return {
    initial: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.initial])),
    accept: (call, input, name, resource) => {
      const sent = input.value(name)
      if (sent === undefined) return undefined
      if (!isRecord(sent)) throw new ApiError(400, `${name}: Value is not a JSON object: ${String(sent)}`)
      const writable = Object.keys(fields).filter(one => fields[one]?.accept !== undefined)
      const part = new Input(sent, writable)
      const before = resource?.values[name]
      return Object.fromEntries(
        writable.map(one => [one, fields[one]?.accept?.(call, part, one) ?? partOf(before, one)]),
      )
    },
    show: (value, resource, context) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [
          name,
          field.show?.(partOf(value, name), resource, context) ?? null,
        ]),
      ),
  }
}

/** Another object, of one of these types; a user may also be `me` or an e-mail address. */
export function ref(...types: ResourceType[]): Field {
  const wanted = (call: ApiCall, name: string, gid: string) => gidOfOne(call, types, name, gid)
  return {
    initial: null,
    wanted,
    accept: (call, input, name) => {
      const gid = input.gid(name)
      return typeof gid === 'string' ? wanted(call, name, gid) : gid
    },
    show: (value, _resource, { world }) =>
      linkTo(typeof value === 'string' ? world.findAny(value) : undefined),
  }
}

export function refs(...types: ResourceType[]): Field {
  return {
    initial: [],
    accept: (call, input, name) =>
      input.strings(name)?.map((gid, index) => gidOfOne(call, types, `${name}: [${index}]`, gid)),
    show: (value, _resource, { world }) =>
      (Array.isArray(value) ? value : []).flatMap(gid => linkTo(world.findAny(String(gid))) ?? []),
  }
}

function gidOfOne(call: ApiCall, types: readonly ResourceType[], name: string, gid: string): string {
  const user = types.includes('user') ? call.findUser(gid) : undefined
  return user?.gid ?? call.namedAny(types, name, gid).gid
}

/** A field that follows from others, or from other objects. */
export function computed(
  show: (resource: Resource, context: RenderContext) => FieldValue | undefined,
): Field {
  return { initial: null, show: (_value, resource, context) => show(resource, context) }
}

export const createdAt = computed(resource => isoTime(resource.createdAtMs))
export const modifiedAt = computed(resource => isoTime(resource.modifiedAtMs))
export const createdBy = computed((resource, { world }) => linkTo(world.find('user', resource.createdByGid)))

/** A create without it is refused, and no update empties it. */
export function required(field: Field): Field {
  return { ...field, required: true }
}

export function fixed(field: Field): Field {
  return { ...field, fixed: true }
}

export function readOnly({ accept: _, ...field }: Field): Field {
  return field
}

export function hidden({ show: _, ...field }: Field): Field {
  return field
}

/** Not shown while it is empty. */
export function sparse(field: Field): Field {
  const { show } = field
  if (show === undefined) return field
  return { ...field, show: (value, resource, context) => show(value, resource, context) ?? undefined }
}
