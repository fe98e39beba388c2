import { claimPort } from './claim-port.ts'
import { removeDirectory } from './remove-directory.ts'
import { type ServerCommand, ServerProcess } from './server-process.ts'

export interface Throwaway {
  readonly port: number
  stop(): Promise<void>
  start(): Promise<void>
  close(): Promise<void>
}

/** Starts a server on a port and in a directory of its own; both are given back by `close`. */
export async function startThrowaway(
  command: (port: number, directory: string) => Promise<ServerCommand> | ServerCommand,
): Promise<Throwaway> {
  const { port, directory } = await claimPort()
  try {
    const server = new ServerProcess(await command(port, directory))
    await server.start()
    return {
      port,
      stop: () => server.stop(),
      start: () => server.start(),
      close: async () => {
        await server.stop()
        await removeDirectory(directory)
      },
    }
  } catch (error) {
    await removeDirectory(directory)
    throw error
  }
}
