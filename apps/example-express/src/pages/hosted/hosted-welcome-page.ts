import type { Page } from '../../html/document.ts'
import { html } from '../../html/html.ts'
import { icons } from '../../html/icons.ts'
import type { Place } from '../../web/place.ts'
import { step } from '../step.ts'
import { whatDiffers } from './what-differs.ts'

export interface HostedWelcome {
  readonly place: Place
  /** Of the hosted server. */
  readonly host: string
  readonly isSandbox: boolean
}

/** For who is not connected: what differs here, what will happen, and the button. */
export function hostedWelcomePage({ place, host, isSandbox }: HostedWelcome): Page {
  const main = html`
<section class="hero">
  <div class="hero-text">
    <p class="eyebrow">The same list, through a hosted server</p>
    <h1>No tokens here. <span class="shine">Still your tasks.</span></h1>
    <p class="lead">${whatDiffers(host)}</p>
    <p class="actions">
      <a class="button button-primary button-large" href="${place.connectPath}">Connect via the server ${icons.arrow}</a>
    </p>
    <p class="soft">${
      isSandbox
        ? 'A sandbox plays Asana’s part here: pick a sample user, no account needed.'
        : 'You can disconnect at any time.'
    }</p>
  </div>
  <ol class="card steps">
    ${step(
      icons.server,
      'We ask the server for a consent URL',
      'It is made for you alone, leads to Asana by way of the server, and Asana asks you as always.',
    )}
    ${step(
      icons.key,
      'You come back with a secret id',
      'It works once, within ten minutes and for you only. No token passes through your browser or through us.',
    )}
    ${step(
      icons.refresh,
      'We say what, the server does it',
      html`We call <code>connector.tasks.list(…)</code>. The server adds the token, and renews it in time.`,
    )}
  </ol>
</section>`
  return { title: 'Connect through a hosted server', main, at: place.home }
}
