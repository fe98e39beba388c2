import type { Webhook } from '../../state/entities.ts'
import { linkTo } from './link.ts'
import { isoTime, type Representation } from './representation.ts'

export const webhookRepresentation: Representation<Webhook> = {
  compact: ['active', 'resource', 'target'],
  optIn: [],
  fields: {
    active: webhook => webhook.active,
    resource: (webhook, { world }) => linkTo(world.findAny(webhook.resourceGid)),
    target: webhook => webhook.target,
    created_at: webhook => isoTime(webhook.createdAtMs),
    filters: webhook => webhook.filters.map(filter => ({ ...filter })),
    last_failure_at: webhook => isoTime(webhook.lastFailureAtMs),
    last_failure_content: webhook => webhook.lastFailureContent,
    delivery_retry_count: () => 0,
    last_success_at: webhook => isoTime(webhook.lastSuccessAtMs),
  },
}
