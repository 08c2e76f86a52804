import type { Locale } from '#shared/locales/locale.ts'

/** What the system's own parts say: the menu bar, the dialogs for files. Everything within the page has its words in the renderer. */
export interface ShellWords {
  readonly file: string
  readonly importFile: string
  readonly settings: string
  readonly quit: string
  readonly edit: string
  readonly undo: string
  readonly redo: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly pastePlain: string
  readonly selectAll: string
  readonly view: string
  readonly palette: string
  readonly actualSize: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fullScreen: string
  readonly developerTools: string
  readonly window: string
  readonly minimize: string
  readonly zoom: string
  readonly closeWindow: string
  readonly help: string
  readonly shortcuts: string
  readonly about: string
  readonly services: string
  readonly hide: string
  readonly hideOthers: string
  readonly unhide: string
  readonly tables: string
  readonly backups: string
  readonly documents: string
  readonly reports: string
  readonly foreignSwitch: (names: string) => string
}

const en: ShellWords = {
  file: 'File',
  importFile: 'Import…',
  settings: 'Settings…',
  quit: 'Quit',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pastePlain: 'Paste as plain text',
  selectAll: 'Select all',
  view: 'View',
  palette: 'Command palette',
  actualSize: 'Actual size',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fullScreen: 'Full screen',
  developerTools: 'Developer tools',
  window: 'Window',
  minimize: 'Minimise',
  zoom: 'Zoom',
  closeWindow: 'Close window',
  help: 'Help',
  shortcuts: 'Keyboard shortcuts',
  about: 'About Channel Workbench',
  services: 'Services',
  hide: 'Hide Channel Workbench',
  hideOthers: 'Hide others',
  unhide: 'Show all',
  tables: 'Tables',
  backups: 'Backups',
  documents: 'Documents',
  reports: 'Reports',
  foreignSwitch: (names) => `Channel Workbench does not start with ${names}. Start it without.`,
}

const ja: ShellWords = {
  file: 'ファイル',
  importFile: 'インポート…',
  settings: '設定…',
  quit: '終了',
  edit: '編集',
  undo: '元に戻す',
  redo: 'やり直す',
  cut: '切り取り',
  copy: 'コピー',
  paste: '貼り付け',
  pastePlain: 'プレーンテキストとして貼り付け',
  selectAll: 'すべて選択',
  view: '表示',
  palette: 'コマンドパレット',
  actualSize: '実際のサイズ',
  zoomIn: '拡大',
  zoomOut: '縮小',
  fullScreen: '全画面表示',
  developerTools: '開発者ツール',
  window: 'ウインドウ',
  minimize: '最小化',
  zoom: '拡大／縮小',
  closeWindow: 'ウインドウを閉じる',
  help: 'ヘルプ',
  shortcuts: 'キーボードショートカット',
  about: 'Channel Workbenchについて',
  services: 'サービス',
  hide: 'Channel Workbenchを隠す',
  hideOthers: 'ほかを隠す',
  unhide: 'すべてを表示',
  tables: '表',
  backups: 'バックアップ',
  documents: '文書',
  reports: 'レポート',
  foreignSwitch: (names) => `${names}を付けてChannel Workbenchを起動することはできません。付けずに起動してください。`,
}

const es: ShellWords = {
  file: 'Archivo',
  importFile: 'Importar…',
  settings: 'Configuración…',
  quit: 'Salir',
  edit: 'Edición',
  undo: 'Deshacer',
  redo: 'Rehacer',
  cut: 'Cortar',
  copy: 'Copiar',
  paste: 'Pegar',
  pastePlain: 'Pegar como texto sin formato',
  selectAll: 'Seleccionar todo',
  view: 'Ver',
  palette: 'Paleta de comandos',
  actualSize: 'Tamaño real',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  fullScreen: 'Pantalla completa',
  developerTools: 'Herramientas de desarrollo',
  window: 'Ventana',
  minimize: 'Minimizar',
  zoom: 'Ampliar o reducir',
  closeWindow: 'Cerrar ventana',
  help: 'Ayuda',
  shortcuts: 'Atajos de teclado',
  about: 'Acerca de Channel Workbench',
  services: 'Servicios',
  hide: 'Ocultar Channel Workbench',
  hideOthers: 'Ocultar otros',
  unhide: 'Mostrar todo',
  tables: 'Tablas',
  backups: 'Copias de seguridad',
  documents: 'Documentos',
  reports: 'Informes',
  foreignSwitch: (names) => `Channel Workbench no se inicia con ${names}. Inícielo sin esa opción.`,
}

export const shellWords: Readonly<Record<Locale, ShellWords>> = { en, ja, es }
