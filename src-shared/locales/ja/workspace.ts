import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const workspace = {
  start: {
    title: 'Channel Workbench へようこそ',
    lead: 'パートナー、テリトリー、リードのための作業机です。データはすべてこのコンピューターに保存され、ネットワークがなくても使えます。',
    language: '言語',
    demo: 'デモを見てみる',
    demoDetail: 'コロラド州ボルダーの Lira Financial 社。世界各地の約 100 社のパートナー、数千件のリード、それを配布する割り当てルール。すべて架空のデータです。',
    demoButton: 'デモを読み込む',
    empty: '空のワークスペースで始める',
    emptyDetail: 'CSV や Excel からパートナー、テリトリー、リードを取り込むか、手で入力します。',
    emptyButton: '空で始める',
    central: '中央 API に接続する',
    centralDetail: '会社の共有データで作業し、ネットワークがあるときに同期します。',
    centralButton: '接続…',
    loading: 'デモを読み込んでいます',
    loaded: (partners: number, territories: number, leads: number) => `デモを読み込みました: パートナー ${n(partners)} 社、テリトリー ${n(territories)} 件、リード ${n(leads)} 件`,
  },
} satisfies Words['workspace']
