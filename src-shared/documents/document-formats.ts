export const documentFormats = ['pdf', 'html', 'csv', 'xlsx'] as const
export type DocumentFormat = (typeof documentFormats)[number]
