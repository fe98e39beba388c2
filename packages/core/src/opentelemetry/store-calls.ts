import { type Attributes, type Meter, SpanKind } from '@opentelemetry/api'
import { type StoreTrace, traceNames } from '../events/trace-messages.ts'
import { type CallDescription, errorType } from './watch-calls.ts'

/** The names that the semantic conventions have for what the stores run on. */
const systems: Readonly<Record<string, string>> = { redis: 'redis', postgres: 'postgresql' }

/** Spans such as `redis get`, and the conventions' metric of database calls. */
export function storeCalls(
  meter: Meter,
  subjectAttributes: (subject: string) => Attributes,
): CallDescription<StoreTrace> {
  const duration = meter.createHistogram('db.client.operation.duration', {
    description: 'Duration of calls to the credential store',
    unit: 's',
  })
  const facts = ({ store, operation }: StoreTrace): Attributes => ({
    'db.system.name': systems[store] ?? store,
    'db.operation.name': operation,
  })
  return {
    channel: traceNames.store,
    span: message => ({
      name: `${message.store} ${message.operation}`,
      kind: message.store === 'memory' ? SpanKind.INTERNAL : SpanKind.CLIENT,
      attributes: { ...facts(message), ...(message.key && subjectAttributes(message.key.subject)) },
    }),
    outcome: ({ error }) => errorType(error),
    record: (durationS, message, outcome) => duration.record(durationS, { ...facts(message), ...outcome }),
  }
}
