import { context, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import {
  AggregationTemporality,
  type DataPoint,
  type Histogram,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics'
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { instrumentAsanaAuth } from '@x/asana-auth-core/opentelemetry'
import { Scene } from '@x/fixtures'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { urlTemplate } from '../src/opentelemetry/url-template.ts'

/** The real SDK, exporting to memory. */
class Telemetry {
  readonly #spans = new InMemorySpanExporter()
  readonly #metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE)
  readonly #reader = new PeriodicExportingMetricReader({
    exporter: this.#metrics,
    exportIntervalMillis: 2 ** 30,
  })
  readonly #tracing = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(this.#spans)] })
  readonly #metering = new MeterProvider({ readers: [this.#reader] })
  readonly tracer = this.#tracing.getTracer('test')
  readonly meter = this.#metering.getMeter('test')

  get spans(): ReadableSpan[] {
    return this.#spans.getFinishedSpans()
  }

  named(name: string): ReadableSpan {
    const span = this.spans.find(each => each.name === name)
    if (!span) throw new Error(`There is no span ${name}, but ${this.spans.map(each => each.name)}`)
    return span
  }

  async metric(name: string): Promise<DataPoint<number | Histogram>[]> {
    this.#metrics.reset()
    await this.#reader.forceFlush()
    const all = this.#metrics.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics)
    return all
      .flatMap(({ metrics }) => metrics)
      .filter(({ descriptor }) => descriptor.name === name)
      .flatMap(({ dataPoints }) => dataPoints as DataPoint<number | Histogram>[])
  }

  /** How many refreshes ended how. */
  async outcomes(): Promise<Record<string, number>> {
    const points = await this.metric('asana_auth.refresh.count')
    return Object.fromEntries(
      points.map(({ attributes, value }) => [attributes['asana_auth.refresh.outcome'], value as number]),
    )
  }

  async close(): Promise<void> {
    await Promise.all([this.#tracing.shutdown(), this.#metering.shutdown()])
  }
}

describe('the OpenTelemetry bridge', () => {
  let scene: Scene
  let telemetry: Telemetry
  let stop: () => void
  beforeAll(() => void context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable()))
  afterAll(() => context.disable())
  beforeEach(async () => {
    scene = await Scene.open()
    await scene.connect('ada@example.com')
    telemetry = new Telemetry()
    stop = instrumentAsanaAuth(pick(telemetry))
  })
  afterEach(async () => {
    stop()
    await scene.close()
    await telemetry.close()
  })

  const key = { provider: 'asana', subject: 'ada@example.com' }
  const open = (auth = scene.auth) => auth.session({ subject: key.subject })

  describe('makes spans', () => {
    it('of a refresh, the calls to the store and the request beneath it', async () => {
      const session = await open()
      scene.expireTokens()
      await session.getAccessToken()
      const refresh = telemetry.named('asana_auth.refresh')
      expect(refresh.attributes).toEqual({
        'asana_auth.provider': 'asana',
        'asana_auth.refresh.outcome': 'fresh',
      })
      const { spanId } = refresh.spanContext()
      const beneath = () => telemetry.spans.filter(span => span.parentSpanContext?.spanId === spanId)
      // Nobody waits for the release.
      await expect
        .poll(() => beneath().map(({ name }) => name))
        .toEqual([
          'memory acquireLease',
          'memory get',
          'POST /-/oauth_token',
          'memory put',
          'memory releaseLease',
        ])
      expect(telemetry.named('memory put').attributes).toEqual({
        'db.system.name': 'memory',
        'db.operation.name': 'put',
      })
    })

    it('of requests, by the semantic conventions', async () => {
      const session = await open()
      await session.fetch('/tasks/120001?opt_fields=name')
      const { port } = new URL(scene.sandbox.url)
      expect(telemetry.named('GET /api/1.0/tasks/{id}')).toMatchObject({
        attributes: {
          'http.request.method': 'GET',
          'http.response.status_code': 404,
          'server.address': '127.0.0.1',
          'server.port': Number(port),
          'url.template': '/api/1.0/tasks/{id}',
          'error.type': '404',
        },
        status: { code: 2 },
      })
    })

    it('beneath the one that the application has open, and above those of its fetch', async () => {
      const auth = scene.anotherManager({
        fetch: async (input, init) => {
          telemetry.tracer.startSpan('of the driver').end()
          return fetch(input, init)
        },
      })
      const session = await open(auth)
      const request = telemetry.tracer.startSpan('of the application')
      await context.with(trace.setSpan(context.active(), request), () => session.asana.getUser('me'))
      request.end()
      const call = telemetry.named('GET /api/1.0/users/me')
      expect(call.parentSpanContext?.spanId).toBe(request.spanContext().spanId)
      expect(telemetry.named('of the driver').parentSpanContext?.spanId).toBe(call.spanContext().spanId)
    })

    it('that end with the code of the error and never its message', async () => {
      const session = await open()
      scene.store.goDown()
      scene.expireTokens()
      await session.getAccessToken().catch(() => {})
      const get = telemetry.spans.find(({ name, status }) => name === 'memory get' && status.code === 2)
      expect(get?.attributes['error.type']).toBe('store_unavailable')
      expect(get?.status).toEqual({ code: 2, message: 'store_unavailable' })
      expect(get?.events).toEqual([])
    })
  })

  describe('counts how refreshes end', () => {
    it('fresh', async () => {
      const session = await open()
      scene.expireTokens()
      await session.getAccessToken()
      expect(await telemetry.outcomes()).toEqual({ fresh: 1 })
    })

    it('adopted', async () => {
      const [mine, theirs] = [await open(), await open(scene.anotherManager())]
      scene.expireTokens()
      const fault = scene.sandbox.faults.add({ at: 'token', fault: { kind: 'delay', ms: 100 } })
      const first = mine.getAccessToken()
      await fault.hit()
      expect(await theirs.getAccessToken()).toBe(await first)
      expect(await telemetry.outcomes()).toEqual({ fresh: 1, adopted: 1 })
    })

    it('reauthorization', async () => {
      const session = await open()
      scene.expireTokens()
      scene.sandbox.deauthorize({ user: scene.sandbox.users[0]?.gid ?? '', clientId: scene.app.clientId })
      await session.getAccessToken().catch(() => {})
      expect(await telemetry.outcomes()).toEqual({ reauthorization: 1 })
    })

    it('lock_timeout', async () => {
      const realTime = { now: scene.clock.now, elapsed: () => performance.now() }
      const session = await open(scene.anotherManager({ tokens: { waitTimeoutMs: 30 }, clock: realTime }))
      scene.expireTokens()
      await scene.store.acquireLease(key, { ttlMs: 60_000 })
      await session.getAccessToken().catch(() => {})
      expect(await telemetry.outcomes()).toEqual({ lock_timeout: 1 })
    })

    it('persist_failed', async () => {
      const session = await open()
      scene.expireTokens()
      scene.store.fail('put')
      await session.getAccessToken()
      expect(await telemetry.outcomes()).toEqual({ persist_failed: 1 })
      scene.store.recover()
    })

    it('provider_error', async () => {
      const session = await open()
      scene.expireTokens()
      scene.sandbox.faults.add({ at: 'token', times: Infinity, fault: { kind: 'html' } })
      await session.getAccessToken().catch(() => {})
      expect(await telemetry.outcomes()).toEqual({ provider_error: 1 })
    })

    it('store_error', async () => {
      const session = await open()
      scene.expireTokens()
      scene.store.fail('acquireLease')
      await session.getAccessToken().catch(() => {})
      expect(await telemetry.outcomes()).toEqual({ store_error: 1 })
    })

    it('disconnected', async () => {
      const session = await open()
      scene.expireTokens()
      const fault = scene.sandbox.faults.add({ at: 'token', fault: { kind: 'delay', ms: 50 } })
      const token = session.getAccessToken().catch(() => {})
      await fault.hit()
      await scene.store.delete(key)
      await token
      expect(await telemetry.outcomes()).toEqual({ disconnected: 1 })
    })

    it('of credentials that the application keeps itself', async () => {
      const withCredentials = await scene.consent()
      const session = await scene.auth.session({
        withCredentials,
        onRefresh: () => Promise.reject(new Error('the disk is full')),
      })
      scene.expireTokens()
      await session.getAccessToken()
      scene.expireTokens()
      await (await scene.auth.session({ withCredentials })).getAccessToken()
      expect(await telemetry.outcomes()).toEqual({ persist_failed: 1, fresh: 1 })
    })
  })

  describe('measures', () => {
    it('how long refreshes, calls to the store and requests take, in seconds', async () => {
      const session = await open()
      scene.expireTokens()
      scene.sandbox.setLatency({ token: 50 })
      await session.getAccessToken()
      const [refresh] = await telemetry.metric('asana_auth.refresh.duration')
      const measured = refresh?.value as Histogram | undefined
      expect(measured?.count).toBe(1)
      expect(measured?.sum).toBeGreaterThan(0.05)
      expect(measured?.sum).toBeLessThan(10)
      const calls = await telemetry.metric('db.client.operation.duration')
      expect(calls.map(({ attributes }) => attributes['db.operation.name'])).toContain('acquireLease')
      const [request] = await telemetry.metric('http.client.request.duration')
      expect(request?.attributes).toMatchObject({
        'http.request.method': 'POST',
        'http.response.status_code': 200,
        'url.template': '/-/oauth_token',
      })
    })
  })

  describe('tells nobody', () => {
    const everything = async () => {
      const points = await Promise.all(
        ['asana_auth.refresh.count', 'asana_auth.refresh.duration', 'db.client.operation.duration'].map(
          name => telemetry.metric(name),
        ),
      )
      const spans = telemetry.spans.map(({ name, attributes, status, events }) => ({
        name,
        attributes,
        status,
        events,
      }))
      return JSON.stringify([spans, points])
    }
    const live = async () => {
      const credentials = await scene.auth.loadCredentials('asana', key.subject)
      const session = await open()
      scene.expireTokens()
      await session.fetch('/users/ada@example.com?opt_fields=email')
      await scene.auth.disconnect(key.subject)
      await session.getAccessToken({ rejectedToken: 'x' }).catch(() => {})
      return credentials
    }

    it('a token, a secret or a subject', async () => {
      const credentials = await live()
      const told = await everything()
      expect(told).toContain('GET /api/1.0/users/{id}')
      for (const secret of [
        credentials?.accessToken,
        credentials?.refreshToken,
        scene.app.clientSecret,
        'ada@',
      ])
        expect(told).not.toContain(secret)
    })

    it('more of a subject than it is told to', async () => {
      stop()
      stop = instrumentAsanaAuth({ ...pick(telemetry), subjectId: () => 'a hash' })
      await live()
      expect(telemetry.named('asana_auth.refresh').attributes['enduser.pseudo.id']).toBe('a hash')
      expect(telemetry.named('memory get').attributes['enduser.pseudo.id']).toBe('a hash')
      expect(await everything()).not.toContain('ada@')
    })

    it('anything once it is stopped', async () => {
      stop()
      await live()
      expect(telemetry.spans).toEqual([])
    })
  })

  it('does not break what it watches', async () => {
    stop()
    stop = instrumentAsanaAuth({
      ...pick(telemetry),
      subjectId: () => {
        throw new Error('no such subject')
      },
    })
    await expect(scene.auth.status(key.subject)).resolves.toMatchObject({ state: 'connected' })
  })
})

function pick({ tracer, meter }: Telemetry) {
  return { tracer, meter }
}

describe('a URL template', () => {
  it.each([
    ['/api/1.0/users/me', '/api/1.0/users/me'],
    ['/api/1.0/tasks/1200000000000001/subtasks', '/api/1.0/tasks/{id}/subtasks'],
    ['/api/1.0/users/ada@example.com', '/api/1.0/users/{id}'],
    ['/api/1.0/users/ada%40example.com', '/api/1.0/users/{id}'],
    ['/api/1.0/tasks/external:my-id', '/api/1.0/tasks/{id}'],
    ['/-/oauth_token', '/-/oauth_token'],
  ])('of %s is %s', (pathname, template) => {
    expect(urlTemplate(pathname)).toBe(template)
  })
})
