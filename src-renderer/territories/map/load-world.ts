import address from 'world-atlas/countries-50m.json?url'
import { drawWorld, type Atlas, type World } from './draw-world.ts'

let drawing: Promise<World> | undefined

/** The world, drawn once: borders of Natural Earth at 1:50 million. */
export function loadWorld(): Promise<World> {
  drawing ??= fetch(address).then(async (answer) => drawWorld((await answer.json()) as Atlas)).catch((error: unknown) => {
    // Another time it may be there.
    drawing = undefined
    throw error
  })
  return drawing
}
