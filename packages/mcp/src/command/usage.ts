export const usage = `asana-mcp: Asana as tools for MCP clients

  asana-mcp [options]            on standard input and output
  asana-mcp --http [options]     over Streamable HTTP, on http://127.0.0.1:3920/mcp

Credentials, one of
  ASANA_ACCESS_TOKEN             a personal access token
  ASANA_REFRESH_TOKEN            with ASANA_CLIENT_ID and ASANA_CLIENT_SECRET
  --connector FILE               a module whose default export is an AsanaConnector, or a function that
                                 returns one: with it, tokens live in any store

Options
  --actions a,b                  one tool for each action, such as tasks.list or tasks.*
  --allow a,b                    what the tool for everything may do
  --read-only                    nothing that writes
  --max-output-chars N           a longer answer tells the model how to ask for less (50000)
  --http                         serve HTTP; needs a bearer token
  --host H, --port N             where to listen (127.0.0.1, 3920)
  --allowed-hosts a,b            host names that requests may be addressed to, beyond this machine's
  --help, --version

ASANA_MCP_BEARER_TOKEN           what HTTP clients must send, at least 16 characters
`
