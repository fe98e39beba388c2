import type { Page } from '../html/document.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Place } from '../web/place.ts'

export interface DisconnectQuestion {
  readonly place: Place
  /** Where the answer goes. */
  readonly action: string
  /** As far as it is known. */
  readonly account: string | undefined
  /** Who revokes and deletes, and what. */
  readonly consequence: string
  readonly csrfField: Html
}

/** Asks before it is done: on a page of its own, as there is no script for a dialog. */
export function disconnectPage({ place, action, account, consequence, csrfField }: DisconnectQuestion): Page {
  const main = html`
<section class="card message"><span class="badge">${icons.unplug}</span>
  <h1>Disconnect from Asana?</h1>
  <p>Daylist will lose its access${account && html` to <strong>${account}</strong>`}: ${consequence}
    Your tasks stay in Asana as they are.</p>
  <div class="actions">
    <form method="post" action="${action}">
      ${csrfField}<button class="button button-danger">Yes, disconnect</button>
    </form>
    <a class="button" href="${place.home}">Keep it</a>
  </div>
</section>`
  return { title: 'Disconnect', main, at: place.home, narrow: true }
}
