import type { Page } from '../../html/document.ts'
import { html } from '../../html/html.ts'
import { icons } from '../../html/icons.ts'

/** There is no hosted server to talk to: what to set, for who runs this app. */
export function hostedSetupPage(returnUrl: string): Page {
  const variable = (name: string, meaning: string) =>
    html`<div><dt><code>${name}</code></dt><dd>${meaning}</dd></div>`
  const main = html`
<section class="card message"><span class="badge">${icons.server}</span>
  <h1>No hosted server is set up</h1>
  <p>This page needs a server of <code>@x/asana-connector-hosted</code>, which keeps the Asana tokens so that this app
    holds none. Set these for the app, then start it again:</p>
  <dl class="variables">
    ${variable('HOSTED_URL', 'Where the server is: https, or http on localhost.')}
    ${variable('HOSTED_CLIENT_ID', 'Of your organization there.')}
    ${variable('HOSTED_CLIENT_SECRET', 'Shown once, when the organization was made.')}
  </dl>
  <p>The organization’s redirect URLs must have <code>${returnUrl}</code>. Just to try it: start the app without
    <code>ASANA_CLIENT_ID</code>, and a server starts beside it.</p>
  <div class="actions"><a class="button button-primary" href="/">Back to Daylist</a></div>
</section>`
  return { title: 'Hosted server', main, at: '/hosted', narrow: true }
}
