import { type Attributes, type Meter, SpanKind } from '@opentelemetry/api'
import { type RequestTrace, traceNames } from '../events/trace-messages.ts'
import { urlTemplate } from './url-template.ts'
import { type CallDescription, errorType } from './watch-calls.ts'

/** Spans such as `GET /api/1.0/tasks/{id}`, and the conventions' metric of HTTP requests. */
export function requestCalls(meter: Meter): CallDescription<RequestTrace> {
  const duration = meter.createHistogram('http.client.request.duration', {
    description: 'Duration of requests to Asana, up to the headers of the answer',
    unit: 's',
  })
  return {
    channel: traceNames.request,
    span: message => ({
      name: `${message.method} ${urlTemplate(new URL(message.url).pathname)}`,
      kind: SpanKind.CLIENT,
      attributes: facts(message),
    }),
    outcome: ({ status, error }) => ({
      ...(status !== undefined && { 'http.response.status_code': status }),
      // To a client, 4xx is a failure, too (semantic conventions for HTTP spans).
      ...(status !== undefined && status >= 400 && { 'error.type': String(status) }),
      ...errorType(error),
    }),
    record: (durationS, message, outcome) => duration.record(durationS, { ...facts(message), ...outcome }),
  }
}

function facts({ method, url }: RequestTrace): Attributes {
  const { hostname, port, protocol, pathname } = new URL(url)
  return {
    'http.request.method': method,
    'server.address': hostname,
    'server.port': Number(port || (protocol === 'http:' ? 80 : 443)),
    'url.template': urlTemplate(pathname),
  }
}
