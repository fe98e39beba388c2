import type { AsanaSession } from '@x/asana-auth-core'

/** The callback's request, in any framework. */
export declare const request: { readonly url: string }
export declare const session: AsanaSession
/** An `ApiClient` of the official SDK. */
export declare const client: { authentications: { token: { accessToken: string } } }
