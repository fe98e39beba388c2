/** Groups of horizontal bars; each group has a scale of its own. */
export interface BarChart {
  readonly title: string
  /** What is measured and which way is better. */
  readonly note: string
  readonly groups: readonly BarGroup[]
}

export interface BarGroup {
  readonly label: string
  /** Logarithmic where the longest bar would hide all others. Default linear. */
  readonly scale?: 'linear' | 'logarithmic'
  readonly bars: readonly Bar[]
}

export interface Bar {
  readonly label: string
  readonly value: number
  /** What is written at its end. */
  readonly text: string
  readonly ours: boolean
}

const WIDTH = 860
const MARGIN = 24
const LABEL_WIDTH = 290
const TEXT_WIDTH = 200
const BAR_HEIGHT = 16
const BAR_GAP = 8
const GROUP_GAP = 22
const HEAD_HEIGHT = 66
const GROUP_HEAD = 22
const LONGEST_BAR = WIDTH - 2 * MARGIN - LABEL_WIDTH - TEXT_WIDTH

// It carries its own background, so that it can be read wherever a page shows it; the colours follow
// the reader's system.
const STYLE = `
  text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328 }
  .title { font-size: 17px; font-weight: 600 }
  .group { font-weight: 600 }
  .quiet { fill: #59636e }
  .own { font-weight: 600 }
  .card { fill: #ffffff; stroke: #d1d9e0 }
  .bar { fill: #aeb8c4 }
  .bar.ours { fill: #1a7f37 }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc }
    .quiet { fill: #9198a1 }
    .card { fill: #0d1117; stroke: #3d444d }
    .bar { fill: #57606c }
    .bar.ours { fill: #3fb950 }
  }
`

/** A whole SVG document. */
export function barChartSvg(chart: BarChart): string {
  const parts: string[] = []
  let y = HEAD_HEIGHT
  for (const group of chart.groups) {
    parts.push(label(MARGIN, y + 14, group.label, 'group'))
    y += GROUP_HEAD
    for (const bar of group.bars) {
      parts.push(...drawBar(bar, y, barLength(bar.value, group)))
      y += BAR_HEIGHT + BAR_GAP
    }
    y += GROUP_GAP
  }
  const height = y - GROUP_GAP + MARGIN - BAR_GAP
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escapeXml(chart.title)}">
<style>${STYLE}</style>
<rect class="card" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
${label(MARGIN, 32, chart.title, 'title')}
${label(MARGIN, 53, chart.note, 'quiet')}
${parts.join('\n')}
</svg>
`
}

/** In pixels; whatever is not nothing can be seen. */
export function barLength(value: number, { bars, scale }: BarGroup): number {
  const size = (of: number) => (scale === 'logarithmic' ? Math.log10(1 + of) : of)
  const largest = Math.max(...bars.map(bar => size(bar.value)))
  if (value <= 0 || largest <= 0) return 0
  return Math.max(2, Math.round((size(value) / largest) * LONGEST_BAR))
}

function drawBar(bar: Bar, y: number, length: number): string[] {
  const own = bar.ours ? ' own' : ''
  const base = y + BAR_HEIGHT - 3.5
  const left = MARGIN + LABEL_WIDTH
  return [
    `<text class="${own.trim()}" x="${left - 12}" y="${base}" text-anchor="end">${escapeXml(bar.label)}</text>`,
    `<rect class="bar${bar.ours ? ' ours' : ''}" x="${left}" y="${y}" width="${length}" height="${BAR_HEIGHT}" rx="3"/>`,
    label(left + length + 8, base, bar.text, `quiet${own}`),
  ]
}

const label = (x: number, y: number, text: string, kind: string) =>
  `<text class="${kind}" x="${x}" y="${y}">${escapeXml(text)}</text>`

const escapeXml = (text: string) => text.replace(/[&<>"]/g, character => `&#${character.codePointAt(0)};`)
