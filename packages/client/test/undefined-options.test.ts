import { describe, expect, expectTypeOf, it } from 'vitest'
import type {
  AccessTokenRequest,
  AsanaApiErrorOptions,
  AsanaClientOptions,
  AsanaFetchInit,
  CallOptions,
  ClientRuntime,
  DownloadOptions,
  RateLimitsOptions,
  RetryOptions,
  ToArrayOptions,
  WatchOptions,
} from '../src/index.ts'
import { serve } from './scripted-server.ts'

/** An object with all members of `T`, undefined. */
type Undefined<T> = { [K in keyof Required<T>]: undefined }

// What an application passes on may be undefined, which is the same as leaving it out. Checked by the compiler, which
// has `exactOptionalPropertyTypes` on.
describe('an option that is undefined is one that was left out', () => {
  it('by type', () => {
    expectTypeOf<Undefined<AccessTokenRequest>>().toExtend<AccessTokenRequest>()
    expectTypeOf<
      Undefined<Omit<AsanaClientOptions, 'accessToken'>> & { accessToken: string }
    >().toExtend<AsanaClientOptions>()
    expectTypeOf<Undefined<ClientRuntime>>().toExtend<NonNullable<AsanaClientOptions['runtime']>>()
    expectTypeOf<Undefined<AsanaFetchInit>>().toExtend<AsanaFetchInit>()
    expectTypeOf<Undefined<CallOptions>>().toExtend<CallOptions>()
    expectTypeOf<Undefined<DownloadOptions>>().toExtend<DownloadOptions>()
    expectTypeOf<Undefined<RateLimitsOptions>>().toExtend<RateLimitsOptions>()
    expectTypeOf<Undefined<RetryOptions>>().toExtend<RetryOptions>()
    expectTypeOf<Undefined<ToArrayOptions>>().toExtend<ToArrayOptions>()
    expectTypeOf<Undefined<WatchOptions>>().toExtend<WatchOptions>()
    expectTypeOf<
      Undefined<Omit<AsanaApiErrorOptions, 'code' | 'status' | 'errors' | 'method' | 'path'>>
    >().toExtend<Omit<AsanaApiErrorOptions, 'code' | 'status' | 'errors' | 'method' | 'path'>>()
    // A request is still one.
    expectTypeOf<RequestInit>().toExtend<AsanaFetchInit>()
  })

  it('for client.fetch, too', async () => {
    const server = await serve({})
    const none = { signal: undefined, method: undefined, body: undefined, headers: undefined }
    await server.client().fetch('/users/me', { ...none, timeoutMs: undefined, retry: undefined })
    expect(server.requests).toMatchObject([{ method: 'GET', url: '/api/1.0/users/me' }])
  })
})
