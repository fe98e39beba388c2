import type { Gate } from './gate.ts'

/** By name, the slow ones first. Loaded when they run: each brings a tool that takes its time. */
export const gates: Readonly<Record<string, () => Promise<Gate>>> = {
  install: async () => (await import('./install/install-gate.ts')).installGate,
  types: async () => (await import('./package-format/types-gate.ts')).typesGate,
  documented: async () => (await import('./documented/documented-gate.ts')).documentedGate,
  unused: async () => (await import('./unused/unused-gate.ts')).unusedGate,
  release: async () => (await import('./release/release-gate.ts')).releaseGate,
  publint: async () => (await import('./package-format/publint.ts')).publintGate,
  size: async () => (await import('./size/size-gate.ts')).sizeGate,
  documents: async () => (await import('./documents/documents-gate.ts')).documentsGate,
}
