import { settle } from './settle.ts'

/**
 * Tells whoever feeds a stream that nobody takes it: a file or a connection would stay open behind it. What
 * somebody reads already is left to them.
 */
export function abandon(stream: unknown): void {
  // One of the Web, one of Node.js, an iterator. What can only be iterated was not begun, and holds nothing.
  const { cancel, destroy, return: leave } = stream as Partial<Record<string, () => unknown>>
  settle(() => (cancel ?? destroy ?? leave)?.call(stream))
}
