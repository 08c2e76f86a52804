/** What can make a quote need an approval (field.md B4, approval rules). */
export const approvalMeasures = ['lineDiscount', 'blendedDiscount', 'margin', 'total', 'term', 'ownText', 'belowRegisteredPrice'] as const
export type ApprovalMeasure = (typeof approvalMeasures)[number]
