import { Schedule } from '#central/schedule/schedule.ts'
import { openPostgres } from '#central/store/postgres-store.ts'
import { countedWork } from './counted-work.ts'

/** Does counted work until it comes to `stopAt`, where it says so and stays in the middle of it, for somebody to kill it. */
const [url = '', stopAt = ''] = process.argv.slice(2)
const stay = async (key: string): Promise<void> => {
  if (key !== stopAt) return
  process.stdout.write('in the middle\n')
  await new Promise((resolve) => setTimeout(resolve, 600_000))
}
const complain = (line: string): void => void process.stderr.write(`${line}\n`)
new Schedule({ store: openPostgres(url, complain), handlers: [countedWork('killed', stay)], changed: () => undefined, log: complain, lookEveryMs: 10 }).start()
