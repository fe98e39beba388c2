import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// Python imports a `sitecustomize` that it finds before it starts a program. moto reads the names of its own
// folders at each request, which is a third of what a request costs it; another release is only slower.
const sitecustomize = `try:
    from moto import backends

    names = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: names
except (ImportError, AttributeError):
    pass
`

/** The environment in which moto starts that serves from this directory. */
export async function quickerMoto(directory: string): Promise<Readonly<Record<string, string>>> {
  await writeFile(join(directory, 'sitecustomize.py'), sitecustomize)
  return { PYTHONPATH: directory }
}
