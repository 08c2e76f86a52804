import { lockWorkspace } from '#main/workspace/lock.ts'

// Runs in a process of its own: takes the workspace's lock and keeps it until it is killed.
lockWorkspace(process.argv[2] ?? '')
process.stdout.write('locked\n')
setInterval(() => undefined, 60_000)
