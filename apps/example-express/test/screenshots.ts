import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const folder = fileURLToPath(new URL('../../../.screenshots/', import.meta.url))
const viewports = { desktop: { width: 1280, height: 860 }, phone: { width: 360, height: 740 } } as const

/** Pictures of a page as it is: light and dark, phone and desktop. None may be wider than its screen. */
export async function capture(page: Page, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const [device, viewport] of Object.entries(viewports)) {
    await page.setViewportSize(viewport)
    const width = await page.locator('html').evaluate(element => element.scrollWidth)
    expect([name, device, width]).toEqual([name, device, viewport.width])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const path = `${folder}${name}-${device}-${colorScheme}.png`
      await page.screenshot({ path, fullPage: true, animations: 'disabled' })
    }
  }
}
