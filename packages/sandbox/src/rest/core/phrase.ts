import { randomInt } from 'node:crypto'

const adjectives = ['sad', 'calm', 'brave', 'quiet', 'sleepy', 'jolly']
const animals = ['squid', 'otters', 'herons', 'badgers', 'newts', 'lemurs']
const verbs = ['snuggle', 'wander', 'juggle', 'whisper', 'tumble', 'hum']
const adverbs = ['softly', 'slowly', 'gladly', 'boldly', 'neatly', 'dimly']

/** Asana sends a phrase like `6 sad squid snuggle softly` with a 500, to be quoted to its support. */
export function phrase(): string {
  const words = [adjectives, animals, verbs, adverbs].map(list => list[randomInt(list.length)])
  return [randomInt(2, 50), ...words].join(' ')
}
