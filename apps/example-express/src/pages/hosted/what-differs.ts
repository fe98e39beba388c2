import { type Html, html } from '../../html/html.ts'

/** Hosted mode in two sentences. */
export function whatDiffers(host: string): Html {
  return html`Here, this app’s backend holds no Asana token: a hosted server at <code>${host}</code> keeps them and renews
    them. The app names its user and says what to do; the server does it at Asana and hands back the result.`
}
