import { runScenario } from './scenario.ts'
import type { ScenarioSettings } from './settings.ts'

// For runtimes that answer requests: the settings are the body, the steps are the answer.
export default {
  async fetch(request: Request): Promise<Response> {
    return Response.json(await runScenario((await request.json()) as ScenarioSettings))
  },
}
