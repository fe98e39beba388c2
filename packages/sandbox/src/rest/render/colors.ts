const hues = ['pink', 'green', 'blue', 'red', 'teal', 'brown', 'orange', 'purple', 'warm-gray']

/** The colours of projects, portfolios and tags. */
export const colors = ['dark', 'light'].flatMap(shade => hues.map(hue => `${shade}-${hue}`))
