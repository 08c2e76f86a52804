import { policiesContract } from '#shared/policies/policies.contract.ts'
import { hostCapability } from '../operations/capability.ts'

export const policiesHost = hostCapability(policiesContract, {
  /** The data host itself keeps the policies current, and answers. */
  standing: () => {
    throw new Error('the data host serves this itself')
  },
}, {})
