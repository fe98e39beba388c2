import type { Page } from '../html/document.ts'
import { type Html, html } from '../html/html.ts'
import { icons } from '../html/icons.ts'
import type { Place } from '../web/place.ts'
import type { Problem } from '../web/problem.ts'

export interface ProblemView {
  readonly problem: Problem
  readonly requestId: string
  readonly place: Place
}

export function problemPage({ problem, requestId, place }: ProblemView): Page {
  const { title, text, wayOut, code } = problem
  const { base, home, connectPath } = place
  const back = html`<a class="button" href="${home}">Back to Daylist</a>`
  const ways: Readonly<Record<Problem['wayOut'], Html>> = {
    connect: html`<a class="button button-primary" href="${connectPath}">Connect to Asana ${icons.arrow}</a>${back}`,
    reconnect: html`<a class="button button-primary" href="${connectPath}">Reconnect ${icons.arrow}</a>${back}`,
    disconnect: html`<a class="button button-primary" href="${base}/disconnect">${icons.unplug} Disconnect</a>${back}`,
    // To the start, never to the same address: that may have been a form, or a callback that is used up.
    retry: html`<a class="button button-primary" href="${home}">${icons.refresh} Try again</a>`,
    home: html`<a class="button button-primary" href="${home}">Back to Daylist</a>`,
  }
  const main = html`
<section class="card message"><span class="badge${wayOut === 'retry' && ' badge-warn'}">${icons.alert}</span>
  <h1>${title}</h1>
  <p>${text}</p>
  <div class="actions">${ways[wayOut]}</div>
  <p class="soft reference"><span><code>${code}</code></span><span>Request <code>${requestId}</code></span></p>
</section>`
  return { title, main, at: home, narrow: true }
}
