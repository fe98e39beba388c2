/** What a person reads for an error: what happened, and the way out. */
export interface Explanation {
  readonly title: string
  readonly text: string
  readonly wayOut: 'connect' | 'reconnect' | 'disconnect' | 'retry' | 'home'
}

const staleLogin: Explanation = {
  title: 'This sign-in is no longer valid',
  text: 'It was started in another browser or by another user, was finished already, or took longer than ten minutes. Nothing was changed. Start again from here; that takes a moment.',
  wayOut: 'connect',
}
const notConnected: Explanation = {
  title: 'Asana is not connected',
  text: 'There is no connection to an Asana account for you. Connect one to go on.',
  wayOut: 'connect',
}
const grantGone: Explanation = {
  title: 'Asana needs you to connect again',
  text: 'The permission that you gave was withdrawn: in Asana’s settings, or by an administrator. Your tasks are untouched. Reconnect to go on where you were.',
  wayOut: 'reconnect',
}
const asanaDown: Explanation = {
  title: 'Asana is not answering',
  text: 'Your connection is fine, but Asana did not answer this time. That usually passes within minutes.',
  wayOut: 'retry',
}
const wrongScopes: Explanation = {
  title: 'This app asks for what it may not have',
  text: 'The permissions that it requests are not the ones it is registered with at Asana. Whoever runs it has to correct that: the log says how.',
  wayOut: 'home',
}
const foreignForm: Explanation = {
  title: 'This form is out of date',
  text: 'It was open for very long, or did not come from a page of this site. Nothing was changed. Open the page again and repeat what you did.',
  wayOut: 'home',
}
export const unexpected: Explanation = {
  title: 'Something went wrong on our side',
  text: 'That should not have happened, and it is in our log. Trying again may help; if it does not, tell us the request id below.',
  wayOut: 'retry',
}

export const strangeRequest: Explanation = {
  title: 'We cannot use that request',
  text: 'It was not what this app expects: too long, or damaged on the way. Nothing was changed.',
  wayOut: 'home',
}

/** By the `code` of an error, or the `error` of OAuth. */
export const explanations = {
  access_denied: {
    title: 'You did not allow access',
    text: 'That is fine: nothing was connected and nothing is stored. If it was a slip, connect again and choose “Allow”.',
    wayOut: 'connect',
  },
  authorization_refused: {
    title: 'Asana refused the sign-in',
    text: 'Asana ended it without giving access. Try again; if it keeps happening, an administrator of your organization may have blocked this app.',
    wayOut: 'connect',
  },
  forbidden_scopes: wrongScopes,
  invalid_scope: wrongScopes,
  state_mismatch: staleLogin,
  state_missing: staleLogin,
  authorization_expired: staleLogin,
  invalid_callback: staleLogin,
  invalid_grant: staleLogin,
  credentials_not_found: notConnected,
  reauthorization_required: grantGone,
  unauthorized: grantGone,
  forbidden: {
    title: 'Asana did not permit that',
    text: 'You have no access to it in Asana, or this app was not given the permission it would need.',
    wayOut: 'home',
  },
  not_found: {
    title: 'Asana does not know that',
    text: 'It was deleted meanwhile, or you have no access to it.',
    wayOut: 'home',
  },
  bad_request: {
    title: 'Asana did not accept that',
    text: 'Something about it is not as Asana wants it. Nothing was changed.',
    wayOut: 'home',
  },
  rate_limited: {
    title: 'A little slower, please',
    text: 'Asana limits how many requests it takes in a minute, and this app has reached the limit for your account. Wait a moment, then try again.',
    wayOut: 'retry',
  },
  too_many_requests: {
    title: 'A little slower, please',
    text: 'Too many requests came from your network address. Wait a minute, then try again.',
    wayOut: 'retry',
  },
  store_unavailable: {
    title: 'Our store is not answering',
    text: 'We keep your connection in a store that we cannot reach right now. It says nothing about your connection: you do not have to connect again.',
    wayOut: 'retry',
  },
  refresh_unavailable: asanaDown,
  server_error: asanaDown,
  network_error: asanaDown,
  timeout: asanaDown,
  token_endpoint_unavailable: asanaDown,
  invalid_response: asanaDown,
  cross_site_request: foreignForm,
  EBADCSRFTOKEN: foreignForm,
  temporarily_unavailable: asanaDown,
  hosted_down: {
    title: 'The hosted server is not answering',
    text: 'It keeps your connection, and it could not be reached this time, or cannot reach its own store. Your connection is not affected: you do not have to connect again.',
    wayOut: 'retry',
  },
  hosted_busy: {
    title: 'A little slower, please',
    text: 'The hosted server limits how many requests it takes in a minute. Wait a moment, then try again.',
    wayOut: 'retry',
  },
  hosted_misconfigured: {
    title: 'The hosted server does not take this app’s requests',
    text: 'The address, the client or the redirect URL that this app has for it is not right, or the server has no Asana app. Whoever runs this app has to correct that: the log says what it answered.',
    wayOut: 'home',
  },
  connector_ambiguous: {
    title: 'You are connected more than once',
    text: 'The hosted server has several connections of yours, perhaps from two tabs at the same moment. Disconnect, which ends them all, then connect again.',
    wayOut: 'disconnect',
  },
} as const satisfies Readonly<Record<string, Explanation>>

export type KnownProblem = keyof typeof explanations

export function isKnownProblem(name: unknown): name is KnownProblem {
  return typeof name === 'string' && Object.hasOwn(explanations, name)
}
