import { type Attributes, type Meter, SpanKind } from '@opentelemetry/api'
import { type RefreshTrace, traceNames } from '../events/trace-messages.ts'
import { type CallDescription, errorType } from './watch-calls.ts'

/** Spans `asana_auth.refresh`; how many refreshes ended how, and how long they took. */
export function refreshCalls(
  meter: Meter,
  subjectAttributes: (subject: string) => Attributes,
): CallDescription<RefreshTrace> {
  const count = meter.createCounter('asana_auth.refresh.count', {
    description: 'Refreshes of access tokens, by outcome',
    unit: '{refresh}',
  })
  const duration = meter.createHistogram('asana_auth.refresh.duration', {
    description: 'Duration of refreshes, waiting for other processes included',
    unit: 's',
  })
  return {
    channel: traceNames.refresh,
    span: ({ key }) => ({
      name: 'asana_auth.refresh',
      kind: SpanKind.INTERNAL,
      attributes: { 'asana_auth.provider': key.provider, ...subjectAttributes(key.subject) },
    }),
    outcome: ({ outcome = 'error', error }) => ({
      'asana_auth.refresh.outcome': outcome,
      ...errorType(error),
    }),
    record: (durationS, _message, outcome) => {
      count.add(1, outcome)
      duration.record(durationS, outcome)
    },
  }
}
