import type { Page } from '../html/document.ts'
import { html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Place } from '../web/place.ts'
import { scopeList } from './scope-list.ts'
import { step } from './step.ts'

export interface Welcome {
  readonly place: Place
  readonly scope: string
  readonly storeName: string
  readonly isSandbox: boolean
}

/** For who is not connected: what will happen, what is asked for, and the button. */
export function welcomePage({ place, scope, storeName, isSandbox }: Welcome): Page {
  const main = html`
<section class="hero">
  <div class="hero-text">
    <p class="eyebrow">Your Asana tasks, in one calm list</p>
    <h1>Connect once. <span class="shine">Stay connected.</span></h1>
    <p class="lead">Daylist shows what is assigned to you in Asana and lets you add to it.
      You sign in at Asana; this app never sees your password.</p>
    <p class="actions">
      <a class="button button-primary button-large" href="${place.connectPath}">Connect to Asana ${icons.arrow}</a>
    </p>
    <p class="soft">${
      isSandbox
        ? 'A sandbox plays Asana’s part here: pick a sample user, no account needed.'
        : 'It takes a moment, and you can disconnect at any time.'
    }</p>
  </div>
  <ol class="card steps">
    ${step(icons.shield, 'Asana asks you', 'You see what this app wants before anything is shared. You can say no.')}
    ${step(
      icons.key,
      'We get a key, not a password',
      html`It is sealed with AES-256-GCM and kept in the <strong>${storeName}</strong> store. Your browser never holds it.`,
    )}
    ${step(
      icons.refresh,
      'It renews itself',
      'A key lasts an hour. It is renewed before it runs out, once, however many tabs you have open.',
    )}
  </ol>
</section>
<section class="card asked">
  <div>
    <h2>What this app asks for</h2>
    <p class="soft">Nothing more than its pages use. Asana shows you the same list.</p>
  </div>
  ${scopeList(scope)}
</section>`
  return { title: 'Connect to Asana', main, at: '/' }
}
