import { shallowRef, type ShallowRef } from 'vue'
import type { IdMaker } from '#shared/foundation/ids.ts'
import type { Outcome } from '#shared/foundation/outcome.ts'
import type { Bridge } from '../client/bridge.ts'
import type { Events, JobProgress } from '../client/events.ts'

export interface RunningJob {
  readonly id: string
  readonly title: string
  readonly progress: JobProgress | undefined
  readonly cancelling: boolean
}

export interface Jobs {
  readonly running: Readonly<ShallowRef<readonly RunningJob[]>>
  /** Runs a job operation under the status bar's progress: `jobs.run(title, client.workspace.loadDemo, {})`. */
  run<I, T>(title: string, operation: (input: I, options: { readonly id: string }) => Promise<Outcome<T>>, input: I): Promise<Outcome<T>>
  /** The job's call then answers `job.cancelled`. */
  cancel(id: string): void
}

export function createJobs(bridge: Pick<Bridge, 'call'>, events: Pick<Events, 'onProgress'>, newId: IdMaker): Jobs {
  const running = shallowRef<readonly RunningJob[]>([])
  const patch = (id: string, change: Partial<RunningJob>): void => {
    running.value = running.value.map((job) => (job.id === id ? { ...job, ...change } : job))
  }
  return {
    running,
    async run(title, operation, input) {
      const id = newId()
      running.value = [...running.value, { id, title, progress: undefined, cancelling: false }]
      const end = events.onProgress(id, (progress) => patch(id, { progress }))
      try {
        return await operation(input, { id })
      } finally {
        end()
        running.value = running.value.filter((job) => job.id !== id)
      }
    },
    cancel(id) {
      patch(id, { cancelling: true })
      void bridge.call('host.cancel', { job: id })
    },
  }
}
