import type { Page } from '../html/document.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'

/** Asks before it is done: on a page of its own, as there is no script for a dialog. */
export function disconnectPage(account: string | undefined, csrfField: Html): Page {
  const main = html`
<section class="card message"><span class="badge">${icons.unplug}</span>
  <h1>Disconnect from Asana?</h1>
  <p>Daylist will lose its access${account && html` to <strong>${account}</strong>`}: Asana revokes it, and our
    sealed copy is deleted. Your tasks stay in Asana as they are.</p>
  <div class="actions">
    <form method="post" action="/asana/disconnect">
      ${csrfField}<button class="button button-danger">Yes, disconnect</button>
    </form>
    <a class="button" href="/">Keep it</a>
  </div>
</section>`
  return { title: 'Disconnect', main, narrow: true }
}
