import type { RefusalSentence } from '../refusal-sentence.ts'

/** Refusals by what a company has set, and of updates. */
export const policyRefusals = {
  'policy.export-off': '会社の設定により、一覧をエクスポートできません（ExportAllowed）。',
  'policy.backup-off': '会社の設定により、ワークスペースのコピーを作成できません（BackupAllowed）。',
  'policy.company-only': '会社の設定により、会社のアカウントでのみ接続できます（SignIn）。',
  'policy.code-only': '会社の設定により、ワンタイムコードでのみ接続できます（SignIn）。',
  'policy.language-fixed': '言語は会社が設定しています（Language）。',
  'policy.keyring-missing': '会社は、ワークスペースの鍵をシステムのキーリングに置くことを求めていますが、このコンピューターには使えるキーリングがありません（EncryptionRequired）。何も開いていません。IT 部門にお問い合わせください。',
  'policy.other-address': (d) => (d('address') === '' ? '中央 API についての会社の設定を読み取れないため、接続先がありません（CentralAddress）。IT 部門にお問い合わせください。' : `中央 API は会社が設定しています: ${d('address')}（CentralAddress）。`),
  'policy.offline-too-long': (d) => `中央 API から ${d('days')} 日以上応答がなく、会社の設定した期限を過ぎています（OfflineDays）。ネットワークに接続して同期してください。ここにあるものは失われません。`,
  'update.off': '会社の設定により、更新は行われません（Updates）。',
  'update.no-address': '更新の取得元が設定されていません（UpdateAddress）。',
  'update.no-key': 'このプログラムには更新を確かめるための鍵が組み込まれていないため、更新を受け取りません。',
  'update.feed-unreadable': '更新サーバーからの内容を理解できません。何も変更していません。',
  'update.feed-not-signed': '更新サーバーからの内容に、正しい署名がありません。何も変更していません。IT 部門に知らせてください。',
  'update.feed-other-ring': '更新サーバーから、別のコンピューター向けの内容が届きました。何も変更していません。',
  'update.feed-expired': '更新サーバーからの内容が古すぎます。何も変更していません。IT 部門に知らせてください。このコンピューターの時計が違っている可能性もあります。',
  'update.feed-older': '更新サーバーから、以前より古い内容が届きました。何も変更していません。IT 部門に知らせてください。',
  'update.too-slow': 'ネットワークが遅いため、今は更新を取得できません。後でもう一度試します。',
  'update.not-there': '更新がサーバーにありません。後でもう一度試します。',
  'update.offline': '更新サーバーに接続できません。後でもう一度試します。',
  'update.damaged': '更新が破損または改変されていたため、破棄しました。もう一度取得します。',
  'update.not-ours': '更新に発行元の署名がないため、インストールしていません。IT 部門に知らせてください。',
  'update.disk-full': '更新のための空き容量がディスクに足りません。',
  'update.place-unsafe': '更新用のフォルダーがこのプログラム自身のものではありません。何も取得していません。IT 部門に知らせてください。',
  'update.no-installers': (d) => `このフォルダーにバージョン ${d('version')} のインストーラーはありません。`,
} satisfies Record<string, RefusalSentence>
