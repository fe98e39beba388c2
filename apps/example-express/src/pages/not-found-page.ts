import type { Page } from '../html/document.ts'
import { html } from '../html/html.ts'
import { icons } from '../html/icons.ts'

export function notFoundPage(): Page {
  const main = html`
<section class="card message"><span class="badge">${icons.folder}</span>
  <h1>Nothing lives here</h1>
  <p>The address may be old or mistyped. Your list is one click away.</p>
  <div class="actions"><a class="button button-primary" href="/">Back to Daylist</a></div>
</section>`
  return { title: 'Not found', main, narrow: true }
}
