import { runScenario } from './scenario.ts'
import type { ScenarioSettings } from './settings.ts'

// For runtimes that run a file: the settings are the argument, the steps are the output.
const settings = JSON.parse(process.argv[2] ?? '') as ScenarioSettings
process.stdout.write(JSON.stringify(await runScenario(settings)), () => process.exit(0))
