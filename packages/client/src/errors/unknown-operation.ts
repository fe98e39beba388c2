import { AsanaRequestError } from './request-error.ts'

export function unknownOperation(id: string): AsanaRequestError {
  return new AsanaRequestError(`Asana has no operation ${id}. Its names are listed in operationIds.`, {
    code: 'unknown_operation',
  })
}
