import { type Html, html } from '../html/html.ts'

/** One of the steps that a welcome page tells of. */
export function step(icon: Html, title: string, text: Html | string): Html {
  return html`<li><span class="badge">${icon}</span><div><h2>${title}</h2><p>${text}</p></div></li>`
}
