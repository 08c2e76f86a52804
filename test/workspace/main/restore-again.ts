import { restoreBackup } from '#main/workspace/restore.ts'

// Runs in a process of its own: restores one backup after the other, until it is killed.
const [directory = '', ...backups] = process.argv.slice(2)
for (;;) {
  for (const backup of backups) {
    restoreBackup(directory, backup, new Date().toISOString())
    process.stdout.write('restored\n')
  }
}
