import type { Entity } from '../../state/entities.ts'
import { workspaceOf } from '../../state/home.ts'
import type { ApiCall } from './api-call.ts'
import { ApiError } from './api-error.ts'

/** From reports of Asana's users. */
export const customFieldsArePaid = 'Custom Fields are not available for free users or guests.'
export const searchIsPaid = 'Search is only available to premium users.'

/** 402 with the message, where the workspace of the object does not have the paid features. */
export function requirePaidFeatures(call: ApiCall, entity: Entity, message: string): void {
  const workspace = call.world.find('workspace', workspaceOf(call.world, entity))
  if (workspace?.premium !== true) throw new ApiError(402, message)
}
