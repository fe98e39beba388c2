/** What Asana sends while `createWebhook` is under way, to see who is there. */
export interface WebhookHandshake {
  /** Signs all deliveries of this webhook: keep it, as a secret. */
  readonly secret: string
  /** What to answer. `createWebhook` fails otherwise. */
  readonly response: Response
}

/** The handshake that a request is; nothing if it is a delivery (Asana docs: Webhooks). */
export function webhookHandshake(request: Pick<Request, 'headers'>): WebhookHandshake | undefined {
  const secret = request.headers.get('x-hook-secret')
  if (!secret) return undefined
  return { secret, response: new Response(null, { status: 200, headers: { 'x-hook-secret': secret } }) }
}
