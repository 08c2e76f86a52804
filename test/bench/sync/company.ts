import type { CentralProcess } from './central-process.ts'

/** A company on a central API that runs. */
export interface Company {
  readonly central: CentralProcess
  readonly address: string
  readonly tenantId: string
}

/** What a desk enrols with. */
export async function invitation({ central, address, tenantId }: Company): Promise<{ readonly address: string; readonly code: string }> {
  return { address, code: await central.invite(tenantId) }
}
