/** The part of JSON Schema 2020-12 that describes what operations take. */
export interface JsonSchema {
  readonly type?: JsonType | readonly JsonType[]
  readonly format?: 'date' | 'date-time' | 'uri' | 'binary'
  readonly enum?: readonly (string | null)[]
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean
  readonly anyOf?: readonly JsonSchema[]
}

export type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null'
