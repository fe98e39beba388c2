import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Router } from 'express'

/** The two files that pages load. Their addresses change with their content, so a browser may keep them for good. */
export interface Assets {
  readonly stylesheetUrl: string
  readonly iconUrl: string
  readonly router: Router
}

/** One stylesheet, in this order. */
const styles = ['tokens', 'elements', 'frame', 'controls', 'welcome', 'tasks', 'connection', 'message']

export function loadAssets(): Assets {
  const router = Router()
  const serve = (file: string, type: string, content: string): string => {
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
    const url = `/assets/${hash}-${file}`
    router.get(url, (_req, res) => {
      res.set({ 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable' }).send(content)
    })
    return url
  }
  return {
    stylesheetUrl: serve(
      'daylist.css',
      'text/css; charset=utf-8',
      styles.map(name => read(`styles/${name}.css`)).join('\n'),
    ),
    iconUrl: serve('daylist.svg', 'image/svg+xml', read('public/daylist.svg')),
    router,
  }
}

/** The app's folder is the parent of src/ and of dist/. */
function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}
