import type { RefusalSentence } from '../refusal-sentence.ts'

/** Refusals by what a company has set, and of updates. */
export const policyRefusals = {
  'policy.export-off': 'Your company does not allow lists to be exported (ExportAllowed).',
  'policy.backup-off': 'Your company does not allow copies of the workspace to be made (BackupAllowed).',
  'policy.company-only': 'Your company has people connect by their company account only (SignIn).',
  'policy.code-only': 'Your company has people connect by a one-time code only (SignIn).',
  'policy.language-fixed': 'Your company has set the language (Language).',
  'policy.keyring-missing': 'Your company demands that a workspace’s key lies in the system’s keyring, and this computer has none that can be used (EncryptionRequired). Nothing was opened. Ask your company’s IT.',
  'policy.other-address': (d) => (d('address') === '' ? 'Your company’s setting for the central API cannot be read, so there is none to connect to (CentralAddress). Ask your company’s IT.' : `Your company has set the central API: ${d('address')} (CentralAddress).`),
  'policy.offline-too-long': (d) => `Nothing was heard from the central API for ${d('days')} days or more, and your company allows no longer (OfflineDays). Connect to the network and sync; nothing here is lost.`,
  'update.off': 'Your company has turned updates off (Updates).',
  'update.no-address': 'No place is set from which updates come (UpdateAddress).',
  'update.no-key': 'This program was built without a key that updates could be believed by, so it takes none.',
  'update.feed-unreadable': 'What the update’s server has sent is not understood. Nothing was changed.',
  'update.feed-not-signed': 'What the update’s server has sent was not signed by us. Nothing was changed. Tell your company’s IT.',
  'update.feed-other-ring': 'The update’s server has sent what is meant for other computers. Nothing was changed.',
  'update.feed-expired': 'What the update’s server has sent is too old. Nothing was changed. Tell your company’s IT; perhaps this computer’s clock is wrong.',
  'update.feed-older': 'The update’s server has sent something older than before. Nothing was changed. Tell your company’s IT.',
  'update.too-slow': 'The network is too slow for the update at the moment. It is tried again.',
  'update.not-there': 'The update is not on its server. It is tried again.',
  'update.offline': 'The update’s server cannot be reached. It is tried again.',
  'update.damaged': 'The update was damaged or changed and was thrown away. It is fetched again.',
  'update.not-ours': 'The update was not signed by its publisher and was not installed. Tell your company’s IT.',
  'update.disk-full': 'There is too little room on the disk for the update.',
  'update.place-unsafe': 'The folder for updates is not the program’s own. Nothing was fetched. Tell your company’s IT.',
  'update.no-installers': (d) => `The folder holds no installer of version ${d('version')}.`,
} satisfies Record<string, RefusalSentence>
