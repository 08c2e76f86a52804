import { countingIn } from '../counting.ts'

const { n } = countingIn('ja')

export const accountDuplicates = {
  title: '取引先の重複',
  empty: '同じと思われる取引先の組はありません',
  searching: (done: number, of: number) => `${n(of)} 件中 ${n(done)} 件の取引先を確認`,
  description: '右が統合後の内容です。取引先責任者・商談・商談登録・送付前の見積は引き継がれ、統合される側の名称は記憶されます。取り消すことができます。',
  numbersDiffer: '法人番号が異なるため別の会社です。統合せず、一方を親会社にしてください。',
  said: { merged: (other: string, name: string) => `「${other}」を「${name}」に統合しました`, contested: (other: string, name: string) => `「${other}」を「${name}」に統合しました。登録どうしがチャネルの競合となるため、ケースが開かれました` },
}
