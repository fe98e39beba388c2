/** What can be sent as a file. A stream is sent as it comes, and once only: it is not repeated. */
export type FileContent = Blob | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>
