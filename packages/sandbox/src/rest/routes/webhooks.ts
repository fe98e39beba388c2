import { randomBytes } from 'node:crypto'
import type { Realm } from '../../realm.ts'
import type { Webhook, WebhookFilter } from '../../state/entities.ts'
import { created, empty, list, one } from '../core/answer.ts'
import type { ApiCall } from '../core/api-call.ts'
import { ApiError } from '../core/api-error.ts'
import { isRecord } from '../core/request-body.ts'
import { type Route, route } from '../core/route.ts'
import { WebhookDelivery } from '../events/webhook-delivery.ts'
import type { Input } from '../input/input.ts'

export function webhookRoutes(realm: Realm): readonly Route[] {
  const delivery = new WebhookDelivery(realm)
  return [
    route('GET', '/webhooks', 'webhooks:read', call => {
      call.requiredFilter('workspace')
      const resource = call.query.get('resource')
      return list(
        call
          .visible(call.world.all('webhook'))
          .filter(webhook => resource === null || webhook.resourceGid === resource),
      )
    }),
    route('POST', '/webhooks', 'webhooks:write', async call => {
      const input = call.input('resource', 'target', 'filters')
      const resourceGid = resourceFrom(call, input)
      const target = targetFrom(input)
      const filters = filtersFrom(input)
      const secret = randomBytes(16).toString('hex')
      if (!(await delivery.handshake(target, secret))) {
        throw new ApiError(
          400,
          'The remote server which is intended to receive the webhook did not respond with the handshake secret.',
        )
      }
      const webhook = call.world.add<Webhook>({
        ...{ type: 'webhook', active: true, resourceGid, target, filters, secret },
        ...{ ownerGid: call.user.gid, lastSuccessAtMs: null, lastFailureAtMs: null, lastFailureContent: '' },
      })
      delivery.heartbeat(webhook)
      return created(webhook, { beside: { 'X-Hook-Secret': secret }, headers: { 'x-hook-secret': secret } })
    }),
    route('GET', '/webhooks/{webhook_gid}', 'webhooks:read', call => one(call.target('webhook'))),
    route('PUT', '/webhooks/{webhook_gid}', 'webhooks:write', call => {
      const webhook = call.target('webhook')
      webhook.filters = filtersFrom(call.input('filters'))
      return one(webhook)
    }),
    route('DELETE', '/webhooks/{webhook_gid}', 'webhooks:delete', call => {
      call.world.remove(call.target('webhook'))
      return empty()
    }),
  ]
}

function resourceFrom(call: ApiCall, input: Input): string {
  const gid = input.requiredGid('resource')
  const resource = call.world.findAny(gid)
  if (resource === undefined) throw new ApiError(400, `resource: Unknown object: ${gid}`)
  call.requireSight(resource)
  return gid
}

function targetFrom(input: Input): string {
  const target = input.requiredString('target')
  const url = URL.canParse(target) ? new URL(target) : undefined
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return target
  throw new ApiError(400, `target: Not a valid URL: ${target}`)
}

function filtersFrom(input: Input): WebhookFilter[] {
  const value = input.value('filters') ?? []
  if (!Array.isArray(value)) throw new ApiError(400, 'filters: Value is not an array')
  return value.map((filter: unknown) => {
    if (!isRecord(filter)) throw new ApiError(400, 'filters: Value is not a JSON object')
    const { resource_type, resource_subtype, action, fields } = filter
    return {
      ...(typeof resource_type === 'string' ? { resource_type } : {}),
      ...(typeof resource_subtype === 'string' ? { resource_subtype } : {}),
      ...(typeof action === 'string' ? { action } : {}),
      ...(Array.isArray(fields) ? { fields: fields.map(String) } : {}),
    }
  })
}
