import type { SentRequest } from './request-validator.ts'

/** Whatever was given to fetch, as the other side reads it. */
export async function readRequest(url: string, init: RequestInit): Promise<SentRequest> {
  const request = new Request(url, init)
  const contentType = request.headers.get('content-type')
  const { method } = request
  if (!contentType?.startsWith('multipart/')) {
    const text = await request.text()
    return { method, url, contentType, body: text ? JSON.parse(text) : undefined }
  }
  const body: Record<string, unknown> = {}
  const form = await request.formData()
  // A file is text to the description, and a flag is the word.
  form.forEach((value, name) => {
    body[name] = value instanceof Blob ? 'a file' : value === 'true' || value
  })
  return { method, url, contentType: 'multipart/form-data', body }
}
