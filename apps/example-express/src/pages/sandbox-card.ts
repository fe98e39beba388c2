import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Place } from '../web/place.ts'

/** What life does to a connection, at the press of a button. Beside the sandbox only. */
export function sandboxCard({ base }: Place, csrfField: Html): Html {
  const event = (action: string, icon: Html, title: string, text: string) => html`
<li><form method="post" action="${base}/sandbox/${action}">${csrfField}
  <button class="event">${icon}<span><strong>${title}</strong><span>${text}</span></span></button>
</form></li>`
  return html`
<section class="card sandbox" aria-labelledby="sandbox">
  <h2 id="sandbox">Try what can happen</h2>
  <p class="soft">These work because Asana is a sandbox here.</p>
  <ul class="events">
    ${event('skip-hour', icons.clock, 'Let an hour pass', 'The token runs out, and is renewed unasked.')}
    ${event('outage', icons.cloud, 'Let Asana fail', 'The next page gets a 503, and another when it tries again.')}
    ${event('remove-app', icons.unplug, 'Remove the app in Asana', 'Only you can mend that: reconnect.')}
  </ul>
</section>`
}
