import { useWorkbench } from '../../shell/workbench.ts'

/** Scores every open lead anew after criteria or the threshold have changed, and says how many have another score. */
export function useRescoring(): () => Promise<void> {
  const { changing, client, jobs, language } = useWorkbench()
  return async () => {
    const { criteria } = language.words.value.qualification
    const outcome = await jobs.run(criteria.scoring, client.qualification.rescore, {})
    if (!outcome.ok) changing.refuse(outcome.error)
    else if (outcome.value.changed > 0) changing.say(criteria.said.scored(outcome.value.changed))
  }
}
