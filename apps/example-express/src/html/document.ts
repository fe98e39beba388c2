import type { Place } from '../web/place.ts'
import { type Html, html } from './html.ts'
import { icons } from './icons.ts'

/** What stands around every page. */
export interface Frame {
  readonly stylesheetUrl: string
  readonly iconUrl: string
  /** No real Asana is behind it. */
  readonly isSandbox: boolean
  readonly flash?: { readonly tone: 'good' | 'warn'; readonly text: string } | undefined
}

export interface Page {
  readonly title: string
  readonly main: Html
  /** Which of the two ways to Asana it belongs to. */
  readonly at?: Place['home']
  /** One column for a single message. */
  readonly narrow?: boolean
}

export function htmlDocument(frame: Frame, { title, main, at, narrow = false }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f8f7fb" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#131219" media="(prefers-color-scheme: dark)">
<meta name="robots" content="noindex">
<title>${title} · Daylist</title>
<link rel="icon" href="${frame.iconUrl}" type="image/svg+xml">
<link rel="stylesheet" href="${frame.stylesheetUrl}">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="top">
  <a class="brand" href="/"><img src="${frame.iconUrl}" alt="" width="32" height="32"><span>Daylist</span></a>
  ${modePill(frame.isSandbox)}
  <nav class="ways" aria-label="Who keeps the tokens">
    ${way('/', 'This app', at)}${way('/hosted', 'Hosted server', at)}
  </nav>
</header>
<div class="flash-place" role="status" aria-live="polite">${frame.flash && flashMessage(frame.flash)}</div>
<main id="main" tabindex="-1"${narrow && html` class="narrow"`}>
${main}
</main>
<footer class="bottom">
  <p>Daylist is the example app of <strong>asana-auth</strong>. Rendered on the server; no script runs in your browser.</p>
</footer>
</body>
</html>
`.toString()
}

function way(href: Place['home'], text: string, at: Page['at']): Html {
  return html`<a href="${href}"${href === at && html` aria-current="page"`}>${text}</a>`
}

function modePill(isSandbox: boolean): Html {
  return isSandbox
    ? html`<span class="pill pill-warn">Sandbox<span class="wide">: no real Asana account involved</span></span>`
    : html`<span class="pill">Asana</span>`
}

function flashMessage({ tone, text }: NonNullable<Frame['flash']>): Html {
  return html`<p class="flash flash-${tone}">${tone === 'good' ? icons.check : icons.alert}<span>${text}</span></p>`
}
