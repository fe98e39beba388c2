/** A service is neither named in the environment nor to be had on this machine. */
export class MissingServiceError extends Error {
  override readonly name = 'MissingServiceError'

  constructor(service: string, variable: string, howToGetIt: string) {
    super(
      `${service} is missing. ${howToGetIt} Or, with Docker: \`docker compose up -d\` and set ${variable} as compose.yaml says.`,
    )
  }
}
