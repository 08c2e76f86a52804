import type { ImportField } from './import-subject.ts'

/** What a column of a price list can become: a product, and what it costs in a price book. */
export const priceFields = [
  { name: 'code', required: true, synonyms: ['sku', 'product sku', 'item code', 'item number', 'part number', 'product code', 'product id', '品番', '型番', '商品コード', '製品コード', 'código', 'código de producto', 'referencia'] },
  { name: 'name', required: true, synonyms: ['product name', 'product', 'item', 'item name', '品名', '商品名', '製品名', '名称', 'producto', 'nombre', 'nombre del producto', 'artículo'] },
  { name: 'nameJa', required: false, synonyms: ['japanese name', 'name ja', '日本語名', '和名', 'nombre en japonés'] },
  { name: 'nameEs', required: false, synonyms: ['spanish name', 'name es', 'スペイン語名', 'nombre en español'] },
  { name: 'description', required: false, synonyms: ['product description', 'details', '説明', '商品説明', 'descripción', 'detalle'] },
  { name: 'category', required: false, synonyms: ['product category', 'family', 'product line', 'model name', 'model', 'カテゴリ', 'カテゴリー', '分類', 'シリーズ', 'categoría', 'familia', 'línea'] },
  { name: 'kind', required: false, synonyms: ['product kind', 'item type', '種別', '区分', 'clase'] },
  { name: 'unit', required: false, synonyms: ['unit of measure', 'uom', '単位', 'unidad', 'unidad de medida'] },
  { name: 'cost', required: false, synonyms: ['product cost', 'unit cost', 'standard cost', '原価', '仕入単価', 'costo', 'coste', 'costo unitario'] },
  { name: 'price', required: true, synonyms: ['list price', 'product price', 'unit price', 'msrp', '定価', '標準価格', '単価', '価格', 'precio', 'precio de lista', 'precio unitario'] },
  { name: 'currency', required: true, synonyms: ['currency code', '通貨', '通貨コード', 'moneda', 'divisa'] },
  { name: 'months', required: false, synonyms: ['term', 'term in months', 'billing months', '契約月数', '月数', 'meses', 'plazo en meses'] },
  { name: 'stock', required: false, synonyms: ['quantity in stock', 'on hand', 'inventory', '在庫', '在庫数', 'existencias', 'inventario'] },
  { name: 'priceBook', required: false, synonyms: ['price book', 'price list', '価格表', '価格表コード', 'lista de precios', 'código de lista'] },
  { name: 'validFrom', required: false, synonyms: ['valid from', 'effective date', 'price date', '適用開始日', '有効開始日', 'vigente desde', 'válido desde'] },
] as const satisfies readonly ImportField[]
export type PriceField = (typeof priceFields)[number]['name']
