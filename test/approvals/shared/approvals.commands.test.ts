import { onEveryRunner } from '#test/foundation/on-every-runner.ts'
import { approvalsScenarios } from './approvals.scenarios.ts'
import { approvalSetupScenarios } from './approval-setup.scenarios.ts'

onEveryRunner('approvals', approvalsScenarios)
onEveryRunner('approval rules and seats', approvalSetupScenarios)
