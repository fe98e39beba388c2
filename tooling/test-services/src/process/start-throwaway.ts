import { freePort } from './free-port.ts'
import { type ServerCommand, ServerProcess } from './server-process.ts'
import { makeThrowawayDirectory, removeDirectory } from './throwaway-directory.ts'

export interface Throwaway {
  readonly port: number
  readonly directory: string
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

const ATTEMPTS = 3

/** Starts a server on a free port and in a directory of its own. */
export async function startThrowaway(
  service: string,
  command: (port: number, directory: string) => Promise<ServerCommand> | ServerCommand,
): Promise<Throwaway> {
  for (let attempt = 1; ; attempt++) {
    const directory = await makeThrowawayDirectory(service)
    try {
      const port = await freePort()
      const server = new ServerProcess(await command(port, directory))
      await server.start()
      return {
        port,
        directory,
        stop: () => server.stop(),
        start: () => server.start(),
        close: async () => {
          await server.stop()
          await removeDirectory(directory)
        },
      }
    } catch (error) {
      await removeDirectory(directory)
      // Another process may have taken the port in between.
      if (attempt === ATTEMPTS) throw error
    }
  }
}
