import type { Configuration } from 'electron-builder'
import { APP_ID, LINK_SCHEME, PRODUCT_NAME } from './src-main/electron/app-identity.ts'

/** Every fuse is said aloud: one that electron-builder learns of later is a type error here until it is decided. */
const electronFuses: Required<NonNullable<Configuration['electronFuses']>> = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
  resetAdHocDarwinSignature: true,
}

/**
 * The publisher as the signing certificate's subject spells it, in full; updates are held against it.
 * Releases set WORKBENCH_PUBLISHER and are refused without a signature; packages for trying out are unsigned.
 */
const publisher = process.env['WORKBENCH_PUBLISHER'] ?? ''
const release = publisher !== ''

/** What may be in the package, by name. The build has bundled everything but the one module that brings a binary, and the fonts of documents. */
function packaged(platform: 'win32' | 'darwin' | 'linux'): NonNullable<Configuration['files']> {
  const sqlite = 'node_modules/better-sqlite3'
  const fonts = 'node_modules/@expo-google-fonts/noto-sans-jp'
  return [
    'out/**',
    '!out/**/*.map',
    'package.json',
    '!node_modules/**',
    { from: sqlite, to: sqlite, filter: ['package.json', 'LICENSE', 'lib/**', `prebuilds/${platform}-*.node`] },
    { from: fonts, to: fonts, filter: ['package.json', 'LICENSE_FONT', '400Regular/*.ttf', '700Bold/*.ttf'] },
  ]
}

const configuration: Configuration = {
  appId: APP_ID,
  productName: PRODUCT_NAME,
  artifactName: 'channel-workbench-${version}-${os}-${arch}.${ext}',
  directories: { output: 'dist', buildResources: 'resources/installer' },
  asar: true,
  asarUnpack: ['node_modules/better-sqlite3/prebuilds/**'],
  electronFuses,
  npmRebuild: false,
  forceCodeSigning: release,
  publish: null,
  // electron-builder's usual NSIS is 3.0.4.1, which lets a local user gain rights (CVE-2025-43715).
  toolsets: { nsis: '1.2.1' },
  protocols: [{ name: PRODUCT_NAME, schemes: [LINK_SCHEME], role: 'Viewer' }],
  win: {
    files: packaged('win32'),
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      { target: 'msi', arch: ['x64'] },
    ],
    icon: 'resources/icons/512x512.png',
    verifyUpdateCodeSignature: true,
    signtoolOptions: { publisherName: release ? [publisher] : null, signingHashAlgorithms: ['sha256'] },
  },
  // For the computer unless somebody without rights to it says `/currentuser`, or chooses so.
  nsis: { oneClick: false, perMachine: false, selectPerMachineByDefault: true, allowElevation: true, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
  msi: { perMachine: true, oneClick: false },
  mac: {
    files: packaged('darwin'),
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    category: 'public.app-category.business',
    icon: 'resources/icons/1024x1024.png',
    hardenedRuntime: true,
    darkModeSupport: true,
  },
  linux: {
    files: packaged('linux'),
    // An AppImage's launcher adds `--no-sandbox` where the system lets pages have none: the program takes no such switch, says so and ends.
    target: ['deb', 'rpm', 'AppImage'],
    category: 'Office',
    icon: 'resources/icons',
    maintainer: PRODUCT_NAME,
    // Keeps a link from being read as a switch.
    executableArgs: ['--'],
    desktop: { entry: { StartupWMClass: PRODUCT_NAME } },
  },
}

export default configuration
