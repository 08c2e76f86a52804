import type { Words } from '../words.ts'

export const updates = {
  title: '更新',
  states: {
    idle: '提供されている最新バージョンです。',
    available: (version: string) => `バージョン ${version} があります。IT 部門またはシステムのパッケージ管理でインストールされます。`,
    checking: '新しいバージョンを確認しています…',
    downloading: (version: string) => `バージョン ${version} を取得しています…`,
    verified: (version: string) => `バージョン ${version} を取得し、検証しました。`,
    ready: (version: string) => `バージョン ${version} をインストールできます。プログラムは終了し、再び起動します。`,
    installing: (version: string) => `バージョン ${version} をインストールしています…`,
  },
  notes: {
    current: '最新バージョンです。',
    older: '提供されているバージョンは、これより古いものです。',
    halted: '新しいバージョンの配布は止められています。',
    later: '新しいバージョンは、数日中にこのコンピューターに届きます。',
    'not-pinned': '会社は別のバージョンにとどめています。',
    'not-for-this-system': 'このシステム向けの新しいバージョンはありません。',
    unsent: 'すべてが中央 API に送信されるまで待ちます。',
    working: 'インポートなどの処理が終わるまで待ちます。',
    ending: 'プログラムが次に起動するまで待ちます。',
  },
  check: '今すぐ確認',
  install: 'インストールして再起動',
} satisfies Words['updates']
