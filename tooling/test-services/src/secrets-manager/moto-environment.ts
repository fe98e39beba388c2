import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

// Python imports a `sitecustomize` that it finds before it starts a program. moto reads the names of its own
// folders at each request, which is a third of what a request costs it; another release is only slower.
// And it serves each request in a thread of its own without a lock: two that write over one version would both
// win, if Python changes threads between the look and the write.
const sitecustomize = `try:
    from moto import backends

    names = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: names
except (ImportError, AttributeError):
    pass

try:
    from threading import RLock
    from moto.core.responses import BaseResponse

    turn, dispatch = RLock(), BaseResponse._dispatch

    def dispatch_in_turn(*args, **options):
        with turn:
            return dispatch(*args, **options)

    BaseResponse._dispatch = dispatch_in_turn
except (ImportError, AttributeError):
    pass
`

/** The environment in which moto starts that serves from this directory. */
export async function motoEnvironment(directory: string): Promise<Readonly<Record<string, string>>> {
  await writeFile(join(directory, 'sitecustomize.py'), sitecustomize)
  return { PYTHONPATH: directory }
}
