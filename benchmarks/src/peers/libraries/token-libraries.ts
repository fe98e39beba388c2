import { betterAuth } from './better-auth.ts'
import { byHand } from './by-hand.ts'
import { googleClientPerRequest, googleSharedClient } from './google-auth-library.ts'
import { ours } from './ours.ts'
import { simpleOAuth2 } from './simple-oauth2.ts'
import { slackOAuth } from './slack-oauth.ts'
import type { TokenLibrary } from './token-library.ts'

/** In the order of the table. */
export const tokenLibraries = {
  ours,
  'google-auth-library, one client per user': googleSharedClient,
  'google-auth-library, a client per request': googleClientPerRequest,
  '@slack/oauth': slackOAuth,
  'simple-oauth2': simpleOAuth2,
  'better-auth': betterAuth,
  'fetch, by hand': byHand,
} as const satisfies Record<string, TokenLibrary>

export type TokenLibraryName = keyof typeof tokenLibraries
