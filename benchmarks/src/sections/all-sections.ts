import { footprint } from '../footprint/section.ts'
import { hotPath } from '../peers/hot-path/section.ts'
import { stampede } from '../peers/stampede/section.ts'
import { storeRead } from '../peers/store-read/section.ts'
import type { Section } from '../report/section.ts'
import { api } from './api.ts'
import { hosted } from './hosted.ts'
import { scale } from './scale.ts'

/** In the order in which they run and are shown. */
export const sections: readonly Section[] = [stampede, hotPath, storeRead, api, hosted, footprint, scale]
