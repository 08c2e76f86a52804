/** Goods are delivered, services are rendered; tax laws tell them apart. */
export const productKinds = ['product', 'service'] as const
export type ProductKind = (typeof productKinds)[number]
