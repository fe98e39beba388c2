import type { Answer } from '../http/answer.ts'
import type { ApiError } from '../http/api-error.ts'
import { errorAnswer } from '../http/error-answer.ts'

/** For a person in a browser that cannot be sent back: no application is known, or none is to be trusted. */
export function errorPage(error: ApiError): Answer {
  const { message, code } = error
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
  // With its headers: `Retry-After` is for whoever asks.
  return { ...errorAnswer(error), content: { text, type: 'html' } }
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`)
}
