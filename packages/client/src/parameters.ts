export type { JsonSchema, JsonType } from './parameters/json-schema.ts'
export { type OperationParameters, parametersOf } from './parameters/operation-parameters.ts'
