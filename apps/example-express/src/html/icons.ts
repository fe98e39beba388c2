import { type Html, html } from './html.ts'

// Drawn for this app, 24 by 24, in the colour of the text around them. The texts beside them say the same.

function icon(paths: Html): Html {
  return html`<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`
}

export const icons = {
  alert: icon(html`<path d="M12 8.5v4.5M12 16.4v.1"/><circle cx="12" cy="12" r="9"/>`),
  arrow: icon(html`<path d="M5 12h14M13 6l6 6-6 6"/>`),
  calendar: icon(
    html`<rect x="4" y="5.5" width="16" height="14.5" rx="3"/><path d="M4 10h16M8.5 3.5v4M15.5 3.5v4"/>`,
  ),
  check: icon(html`<path d="M6.5 12.5l3.6 3.6L17.5 8.5"/>`),
  clock: icon(html`<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>`),
  cloud: icon(html`<path d="M7 18.5a4.3 4.3 0 0 1-.4-8.6 5.8 5.8 0 0 1 11.2 1.2A3.8 3.8 0 0 1 17.3 18.5z"/>`),
  folder: icon(
    html`<path d="M4 8a2.5 2.5 0 0 1 2.5-2.5h3l2.2 2.5h5.8A2.5 2.5 0 0 1 20 10.5v6A2.5 2.5 0 0 1 17.5 19h-11A2.5 2.5 0 0 1 4 16.5z"/>`,
  ),
  key: icon(html`<circle cx="8.2" cy="15.3" r="3.7"/><path d="M11 12.5l7.5-7.5M15.5 8l2.5 2.5"/>`),
  plus: icon(html`<path d="M12 5.5v13M5.5 12h13"/>`),
  refresh: icon(html`<path d="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9M19.5 4.5V9H15"/>`),
  server: icon(
    html`<rect x="4" y="4.5" width="16" height="6.5" rx="2"/><rect x="4" y="13" width="16" height="6.5" rx="2"/><path d="M7.5 7.8v-.1M7.5 16.3v-.1M11 7.75h5.5M11 16.25h5.5"/>`,
  ),
  shield: icon(
    html`<path d="M12 3.5l7 2.7v5.3c0 4.3-2.9 7.3-7 9-4.1-1.7-7-4.7-7-9V6.2z"/><path d="M9 11.8l2.2 2.2 3.9-4.2"/>`,
  ),
  unplug: icon(html`<path d="M9 4.5v4M15 4.5v4M6.5 8.5h11v3.2a5.5 5.5 0 0 1-11 0zM12 17.2v3.3"/>`),
}
