import { readFileSync } from 'node:fs'
import { Converter } from 'typedoc'

/** TypeDoc names modules after folders; people know them by the name that they import. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) {
      const [folder, ...rest] = module.name.split('/')
      const { name } = JSON.parse(
        readFileSync(new URL(`../../packages/${folder}/package.json`, import.meta.url)),
      )
      const part = rest.filter(segment => segment !== 'src' && segment !== 'index').join('/')
      module.name = part ? `${name}/${part}` : name
    }
  })
}
