import type { Tool } from '@modelcontextprotocol/server'
import type { AgentTool } from '@x/asana-connector'

/** A tool as `tools/list` announces it. */
export function describeTool({ name, description, inputSchema, annotations }: AgentTool): Tool {
  return {
    name,
    description,
    inputSchema: inputSchema as unknown as Tool['inputSchema'],
    annotations: {
      readOnlyHint: annotations.readOnly,
      destructiveHint: annotations.destructive,
      // What the tools read was written by other people.
      openWorldHint: true,
    },
  }
}
