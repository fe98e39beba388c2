import type { Answer } from '../http/answer.ts'
import type { ApiError } from '../http/api-error.ts'

/** For a person in a browser that cannot be sent back: no application is known, or none is to be trusted. */
export function errorPage({ status, message, code }: ApiError): Answer {
  const text = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Connection to Asana</title>
<h1>This connection to Asana cannot go on</h1>
<p>${escapeHtml(message)}</p>
<p>Close this page, go back to the application you came from, and start there again. <small>${escapeHtml(code)}</small></p>
</html>
`
  return { status, content: { text, type: 'html' } }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
