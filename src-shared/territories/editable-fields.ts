export const territoryEditableFields = ['code', 'name', 'parentId', 'strategy', 'tieBreak', 'candidates', 'requirements', 'notes'] as const
export const ruleEditableFields = ['code', 'name', 'territoryId', 'priority', 'condition', 'effectiveFrom', 'effectiveTo', 'enabled'] as const
