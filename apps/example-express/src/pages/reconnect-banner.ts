import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Place } from '../web/place.ts'

/** @param more what else there is to say, in small */
export function reconnectBanner({ connectPath }: Place, more?: Html): Html {
  return html`
<div class="banner" role="alert">${icons.alert}
  <div>
    <h2>Asana needs you to connect again</h2>
    <p>The permission you gave was withdrawn in Asana. Your tasks are untouched; one click brings them back.</p>
    ${more}
  </div>
  <a class="button button-primary" href="${connectPath}">Reconnect ${icons.arrow}</a>
</div>`
}
