import * as z from 'zod'
import { type Answer, json } from '../http/answer.ts'
import { type Endpoint, endpoint } from '../http/endpoint.ts'
import { asApiError } from '../http/error-answer.ts'
import { connectorId, line } from '../http/schemas.ts'
import type { Services } from '../services.ts'
import { downloadAnswer, downloadRequest } from './download.ts'
import { asExecuteError } from './execute-error.ts'
import { checkItems } from './most-items.ts'

export function executeEndpoint(services: Services): Endpoint {
  const { access, audit, executors, metrics } = services
  return endpoint({
    operationId: 'execute',
    summary: 'Does one action on one kind of object at Asana, as the connected user',
    tag: 'Execute',
    method: 'post',
    paths: ['/integrations/connectors/{id}/execute', '/connectors/sources/{id}/execute'],
    access: 'any',
    params: connectorId,
    body: z.object({
      entity: line(100).meta({ examples: ['users'] }),
      action: line(100).meta({ examples: ['get'] }),
      params: z
        .record(z.string(), z.unknown())
        .default({})
        .meta({ examples: [{ user_gid: 'me' }] }),
    }),
    responses: {
      200: {
        description: 'What Asana answered. `attachments.download` answers with the bytes of the file instead',
        schema: z.object({
          status: z.literal('success'),
          result: z.unknown(),
          connector_metadata: z.record(z.string(), z.unknown()),
          execution_metadata: z.object({ connector_instance_id: z.uuid(), execution_time_ms: z.number() }),
        }),
      },
      206: { description: 'The range of a file that was asked for', contentType: 'application/octet-stream' },
    },
    async handle({ principal, params: { id }, body, request, requestId }) {
      const startedAt = performance.now()
      const connector = await access.find(principal, id)
      const { entity, action, params } = body
      const { organizationId, externalUserId } = connector
      const written = (outcome: 'done' | 'refused', status: number) => {
        audit.write(
          {
            action: 'connector.executed',
            outcome,
            requestId,
            organizationId,
            externalUserId,
            connectorId: id,
            called: `${entity}.${action}`,
            status,
          },
          principal,
        )
      }
      let answer: Answer
      try {
        checkItems(params)
        const executor = executors.of(connector, await access.authOf(connector))
        const download = downloadRequest(body, request)
        if (download) {
          answer = downloadAnswer(await executor.download(download.attachmentGid, download.options))
        } else {
          const { data, meta } = await executor.execute(entity, action, params)
          answer = json(200, {
            status: 'success',
            result: data,
            connector_metadata: metadataOf(meta),
            execution_metadata: {
              connector_instance_id: id,
              execution_time_ms: Math.round(performance.now() - startedAt),
            },
          })
        }
      } catch (error) {
        const failure = asExecuteError(error, connector, access)
        const { status } = asApiError(failure)
        metrics.countExecute(entity, action, status)
        written('refused', status)
        throw failure
      }
      metrics.countExecute(entity, action, answer.status)
      written('done', answer.status)
      return answer
    },
  })
}

/** The metadata under the names of this API. */
function metadataOf(meta: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { nextPage, hasMore, ...rest } = meta
  return {
    ...rest,
    ...(nextPage !== undefined && { next_page: nextPage }),
    ...(hasMore !== undefined && { has_more: hasMore }),
  }
}
