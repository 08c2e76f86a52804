/** Who somebody is in the company, and so what they may do (field.md A.1, 23). */
export const roles = ['channelManager', 'onboardingCoordinator', 'approver', 'viewer', 'administrator'] as const
export type Role = (typeof roles)[number]
