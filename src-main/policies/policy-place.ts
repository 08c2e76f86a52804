import type { PolicyLayers } from '#shared/policies/resolve-policies.ts'

/** Where a system keeps what administrators have set. Reading never throws: what cannot be read is a layer that says so. */
export type ReadLayers = () => Promise<PolicyLayers>

/** Runs a tool of the system and gives what it wrote; throws where it could not be run or ended badly. The program goes on meanwhile. */
export type RunTool = (program: string, args: readonly string[]) => Promise<string>
