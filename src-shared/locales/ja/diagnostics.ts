import { countingIn } from '../counting.ts'
import type { Words } from '../words.ts'

const { n } = countingIn('ja')

export const diagnostics = {
  title: '診断',
  hint: 'レポートには、プログラム、ワークスペース、同期の状態が書かれます。顧客、人名、アドレス、パスワードは含まれず、自動で送られることもありません。内容を読み、保存して、サポート担当者に渡してください。',
  show: 'レポートを表示',
  making: 'レポートを作成中',
  dialog: 'レポート',
  dialogHint: '内容はこれですべてです。誰かに渡さない限り、このコンピューターから出ません。',
  copy: 'コピー',
  copied: 'レポートをコピーしました',
  save: '保存…',
  saved: (name: string) => `レポートを ${name} として保存しました`,
  behind: 'ここに保存されたはずのものがなくなっています。ディスクが失ったか、古いファイルに置き換えられました。同期済みのものは自動で戻ります。残りは手元の記録と照らし合わせてください。',
  behindKnown: '了解しました',
  rescue: {
    closed: 'ワークスペースは開いていません',
    lead: '何も変更していません。原因と対処は次のとおりです。',
    states: {
      corrupt: { title: 'ワークスペースのファイルが壊れています', text: 'ディスクの故障、電源の切断、または他のプログラムが原因です。修復すると、最新の正常なコピーに、まだ読み取れる新しいデータを加え、未送信の変更も残します。壊れたファイルは隣に保管します。' },
      newer: { title: 'より新しいプログラムで書かれたワークスペースです', text: 'このバージョンが知らない内容を含むため、そのままにしました。このコンピューターの Channel Workbench を更新してから、もう一度起動してください。' },
      inUse: { title: 'ワークスペースは他で開かれています', text: '別のウィンドウ、コマンドライン、または別のコンピューターで開かれています。同時に開くと壊れるおそれがあります。そちらを閉じて、もう一度試してください。' },
      full: { title: 'ディスクがいっぱいです', text: '安全に開くには少し空きが必要です。保存済みのものは無事です。ファイルを削除または移動して、もう一度試してください。' },
      readOnly: { title: 'ワークスペースを読み書きできません', text: 'フォルダーまたはディスクが書き込み禁止か、取り外されたか、他の人のものです。保存済みのものはそのままです。書き込めるようにするか、ディスクを接続して、もう一度試してください。' },
      interrupted: { title: 'ワークスペースのファイルが元の場所にありません', text: '移動または削除されましたが、コピーがここにあります。そのひとつを元に戻してください。何も削除されません。' },
      locked: { title: 'ワークスペースは暗号化されており、鍵がここにありません', text: 'このコンピューターのキーリングがリセットされたか、別のコンピューターのワークスペースです。鍵を預かっている中央 API にサインインしてください。未送信の変更も含め、何も失われません。' },
      other: { title: 'ワークスペースを開けませんでした', text: '理由は次のとおりです。' },
    },
    reason: (sentence: string) => `理由: ${sentence}`,
    holder: (program: string, computer: string) => `${computer} のプロセス ${program} で開かれています。`,
    again: 'もう一度試す',
    mend: 'ワークスペースを修復',
    mending: '修復中…',
    mended: ({ read, saved, unsent, fromCopy }: { read: number; saved: number; unsent: number; fromCopy: boolean }) => `${fromCopy ? '最新の正常なコピーを使いました。' : '正常なコピーはありませんでした。'}壊れたファイルから ${n(read)} 件を読み取り、そのうち ${n(saved)} 件がより新しいものでした。未送信の変更 ${n(unsent)} 件を残しました。`,
    goOn: '続ける',
    copies: 'コピー',
    noCopies: 'コピーはありません。',
    restore: 'このコピーを戻す',
    copyOf: (moment: string, size: string) => `${moment}、${size}`,
    unlock: 'サインインして解除',
    unlockCode: 'ワンタイムコード',
    unlockCompany: '会社のアカウントでサインイン',
  },
} satisfies Words['diagnostics']
