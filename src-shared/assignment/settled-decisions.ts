import { outcomes } from './assignment-plan.ts'
import { NEVER_FULL, ROUND_ROBIN, WEIGHTED } from './choose-partner.ts'
import type { CompiledSeats } from './compile-rule-set.ts'
import type { DecisionPass, PassColumns } from './decision-pass.ts'
import { GIVEN_BY_RULES, type LeadColumns } from './lead-columns.ts'
import { FREE } from './lead-standing.ts'
import { tieBreaks } from '../territories/territory.ts'

/** See match-leads.ts. */
const STRETCH = 2048
const UNROUTABLE = outcomes.indexOf('unroutable')
const FEWEST_OPEN_LEADS = tieBreaks.indexOf('fewestOpenLeads')
const IN_NO_QUEUE = -1
const NOBODY = -1
/** What happens at a place in the order of arrival: a lead is decided, takes its turn again, or has been given to somebody elsewhere. */
const NOTHING = 0
const DECIDED = 1
const TAKES_TURN = 2
const GIVEN = 3
const RESERVED = 4
/** A share of all seatings; beyond it everything is decided at once. */
const MOST_DIRTY = 0.6
const EMPTY = new Uint32Array(0)

/**
 * Decisions that stand, and are made again only where something they rest on has changed. Free leads wait in queues, one for each
 * seating. What a seating decides rests on its own queue and turns, on when each of its partners is full, and under
 * `fewestOpenLeads` on what its partners have been given before; as long as that is the same, so are its decisions. Seatings are
 * therefore decided again until no other has reason to be: the first decision that would differ from a whole run would have had
 * the same to rest on.
 */
export class SettledDecisions {
  readonly #leads: LeadColumns
  readonly #columns: PassColumns
  /** The place of each lead in the order of arrival; null where that is its position. */
  readonly #placeOf: Uint32Array | null
  /** By code of the leads' territories of today, the places of leads that rules have given, in order. */
  readonly #givenIn: readonly Uint32Array[]
  readonly #queueOf: Int32Array
  /** The partner of each free lead when all was settled last. */
  readonly #settled: Int32Array
  readonly #events: Uint8Array
  /** The same, eight at a time: 0 where nothing happens at all of them. */
  readonly #eights: Float64Array
  #seats!: CompiledSeats
  /** Places in order, by seating; then of leads that are reserved, and of those that find nobody whatever happens. */
  #queues: Uint32Array[] = []
  readonly #joining = new Map<number, number[]>()
  readonly #left = new Set<number>()
  #turns: (Uint32Array | undefined)[] = []
  #fullAt = new Int32Array(0)
  #dirty = new Uint8Array(0)
  /** Partners that are given other leads, or others at other times, than before. */
  #isGivenOtherwise = new Uint8Array(0)
  readonly #holdsOtherwise = new Set<number>()

  constructor(leads: LeadColumns, columns: PassColumns) {
    const { count, order, flags, territory, dictionaries } = leads
    this.#leads = leads
    this.#columns = columns
    this.#queueOf = new Int32Array(count).fill(IN_NO_QUEUE)
    this.#settled = new Int32Array(count).fill(NOBODY)
    this.#eights = new Float64Array(Math.ceil(count / 8))
    this.#events = new Uint8Array(this.#eights.buffer)
    this.#placeOf = order === null ? null : new Uint32Array(count)
    if (order !== null) for (const [place, lead] of order.entries()) this.#placeOf![lead] = place
    const given: number[][] = dictionaries.territory.values.map(() => [])
    for (let place = 0; place < count; place += 1) {
      const lead = order === null ? place : order[place]!
      if ((flags[lead]! & GIVEN_BY_RULES) !== 0) given[territory[lead]!]!.push(place)
    }
    this.#givenIn = given.map((places) => Uint32Array.from(places))
  }

  /** Begins anew with other seatings: everything is to be decided. */
  begin(seats: CompiledSeats): void {
    this.#seats = seats
    const count = seats.seatings.length
    this.#queues = Array.from({ length: count + 2 }, () => EMPTY)
    this.#queueOf.fill(IN_NO_QUEUE)
    this.#settled.fill(NOBODY)
    this.#joining.clear()
    this.#left.clear()
    this.#holdsOtherwise.clear()
    this.#turns = []
    this.#fullAt = new Int32Array(seats.partners.length).fill(NEVER_FULL)
    this.#isGivenOtherwise = new Uint8Array(seats.partners.length)
    this.#dirty = new Uint8Array(count + 2).fill(1)
  }

  /** Goes over to seats of the same seatings, of which these are decided otherwise. */
  reseat(seats: CompiledSeats, seatings: Iterable<number>): void {
    this.#seats = seats
    for (const seating of seatings) this.#dirty[seating] = 1
  }

  /** A lead may have become free, or be so no more, or wait for another territory. @param pass knows the rules that hold by now */
  requeue(lead: number, pass: DecisionPass): void {
    const { standings, territory } = this.#columns
    const was = this.#queueOf[lead]!
    const now = standings[lead] === FREE ? this.#queueFor(lead, pass) : IN_NO_QUEUE
    if (now !== IN_NO_QUEUE) {
      this.#dirty[now] = 1
      territory[lead] = pass.territoryOfWinner(lead)
    }
    if (now === was) return
    this.#queueOf[lead] = now
    const reservedFor = this.#seats.partnerNumbers.get(this.#leads.reservedFor.get(lead) ?? '')
    if (reservedFor !== undefined) this.holdsOtherwise(reservedFor)
    const partner = this.#settled[lead]!
    if (partner !== NOBODY) this.#isGivenOtherwise[partner] = 1
    this.#settled[lead] = NOBODY
    if (was !== IN_NO_QUEUE) {
      this.#dirty[was] = 1
      this.#left.add(was)
    }
    if (now !== IN_NO_QUEUE) {
      const joining = this.#joining.get(now)
      const place = this.#placeOf === null ? lead : this.#placeOf[lead]!
      if (joining === undefined) this.#joining.set(now, [place])
      else joining.push(place)
    }
    // A free lead takes no turn where rules had put it.
    if ((was === IN_NO_QUEUE) === (now === IN_NO_QUEUE) || (this.#leads.flags[lead]! & GIVEN_BY_RULES) === 0) return
    const seating = this.#seats.candidates.seatingOf[pass.names.territoryOf[this.#leads.territory[lead]!]!] ?? NOBODY
    if (seating >= 0) this.#dirty[seating] = 1
  }

  /** A partner has other leads than before when a pass begins: it may be full at another time. */
  holdsOtherwise(partner: number): void {
    this.#isGivenOtherwise[partner] = 1
    if (this.#seats.partners[partner]!.facts.capacity !== null) this.#holdsOtherwise.add(partner)
  }

  /**
   * Decides what is to be decided again.
   * @param open begins a pass
   * @param held how many leads each partner has when it begins
   */
  settle(open: () => DecisionPass, held: Int32Array): void {
    this.#mergeQueues()
    const { seatings, partners } = this.#seats
    const reserved = seatings.length
    this.#decideUnroutable()
    this.#dirty[reserved + 1] = 0
    this.#spreadTies()
    while (this.#dirty.includes(1) || this.#holdsOtherwise.size > 0) {
      if (this.#dirty.reduce((sum, dirty) => sum + dirty, 0) > MOST_DIRTY * seatings.length) this.#dirty.fill(1, 0, reserved + 1)
      const pass = open()
      for (const [partner, leads] of held.entries()) {
        pass.chooser.hold(partner, leads)
        pass.chooser.see(partner, leads)
      }
      pass.holdReserved()
      const concerned = this.#markEvents(pass)
      const { length } = this.#eights
      for (let from = 0; from < length; from += STRETCH) this.#passStretch(from, Math.min(length, from + STRETCH), pass)
      const before = this.#dirty.reduce((sum, dirty) => sum + dirty, 0)
      for (const partner of concerned) {
        if (pass.chooser.fullAt[partner] !== this.#fullAt[partner]) for (const { seating } of partners[partner]!.seats) this.#dirty[seating] = 1
      }
      this.#spreadTies()
      if (this.#dirty.reduce((sum, dirty) => sum + dirty, 0) > before || this.#hasOthers(concerned)) continue
      for (const partner of concerned) this.#fullAt[partner] = pass.chooser.fullAt[partner]!
      this.#keep()
      this.#holdsOtherwise.clear()
    }
    this.#isGivenOtherwise.fill(0)
  }

  #queueFor(lead: number, pass: DecisionPass): number {
    const { seatings, candidates } = this.#seats
    if (this.#leads.reservedFor.has(lead)) return seatings.length
    const seating = candidates.seatingOf[pass.territoryOfWinner(lead)] ?? NOBODY
    return seating < 0 ? seatings.length + 1 : seating
  }

  #mergeQueues(): void {
    const { order } = this.#leads
    for (const queue of this.#left) {
      this.#queues[queue] = this.#queues[queue]!.filter((place) => this.#queueOf[order === null ? place : order[place]!] === queue)
    }
    for (const [queue, places] of this.#joining) this.#queues[queue] = merge(this.#queues[queue]!, Uint32Array.from(places).sort(), (place) => this.#queueOf[order === null ? place : order[place]!] === queue)
    this.#left.clear()
    this.#joining.clear()
  }

  /** Whoever waits for no seating finds nobody. */
  #decideUnroutable(): void {
    const last = this.#seats.seatings.length + 1
    if (this.#dirty[last] === 0) return
    const { order } = this.#leads
    for (const place of this.#queues[last]!) {
      const lead = order === null ? place : order[place]!
      this.#columns.outcome[lead] = UNROUTABLE
      this.#columns.partner[lead] = NOBODY
    }
  }

  /** Where ties go by open leads, decisions rest on all that their partners are given. */
  #spreadTies(): void {
    for (const [partner, isOtherwise] of this.#isGivenOtherwise.entries()) {
      if (isOtherwise === 0) continue
      for (const { seating } of this.#seats.partners[partner]!.seats) if (this.#goesByTies(seating)) this.#dirty[seating] = 1
    }
  }

  /** Whether partners are given otherwise that are no candidates any more where they were given: they may be full at another time, too. */
  #hasOthers(concerned: ReadonlySet<number>): boolean {
    const others = [...this.#isGivenOtherwise.keys()].filter((partner) => this.#isGivenOtherwise[partner] === 1 && !concerned.has(partner) && this.#seats.partners[partner]!.facts.capacity !== null)
    for (const partner of others) this.#holdsOtherwise.add(partner)
    return others.length > 0
  }

  #goesByTies(seating: number): boolean {
    const { strategy, tieBreak } = this.#seats.candidates
    return strategy[seating] !== ROUND_ROBIN && tieBreak[seating] === FEWEST_OPEN_LEADS
  }

  /** Writes down what happens where in the order; all that can be of consequence to what is decided. @returns the partners concerned */
  #markEvents(pass: DecisionPass): ReadonlySet<number> {
    const { seatings, partners, candidates: { strategy } } = this.#seats
    const events = this.#events
    const concerned = new Set(this.#holdsOtherwise)
    const elsewhere = new Set<number>()
    for (const { number, partners: seated } of seatings) if (this.#dirty[number] === 1) for (const partner of seated) if (partner >= 0) concerned.add(partner)
    for (const partner of concerned) {
      const { facts, seats } = partners[partner]!
      // Without a limit nobody asks what it has elsewhere, unless ties do.
      if (facts.capacity === null && !seats.some(({ seating }) => this.#dirty[seating] === 1 && this.#goesByTies(seating))) continue
      for (const { seating } of seats) if (this.#dirty[seating] === 0) elsewhere.add(seating)
    }
    // A lead that rules gave once may be free by now: what becomes of it comes last.
    for (const { number } of seatings) {
      if (this.#dirty[number] === 1 && (strategy[number] === ROUND_ROBIN || strategy[number] === WEIGHTED)) for (const place of this.#turnsOf(number, pass)) events[place] = TAKES_TURN
    }
    for (const seating of elsewhere) for (const place of this.#queues[seating]!) events[place] = GIVEN
    const reserved = seatings.length
    for (const place of this.#queues[reserved]!) events[place] = this.#dirty[reserved] === 1 ? DECIDED : RESERVED
    for (const { number } of seatings) if (this.#dirty[number] === 1) for (const place of this.#queues[number]!) events[place] = DECIDED
    return concerned
  }

  #passStretch(from: number, to: number, pass: DecisionPass): void {
    for (let eight = from; eight < to; eight += 1) if (this.#eights[eight] !== 0) this.#passEight(8 * eight, pass)
  }

  #passEight(from: number, pass: DecisionPass): void {
    const events = this.#events
    const { order } = this.#leads
    const { standings, partner } = this.#columns
    const { chooser } = pass
    for (let place = from; place < from + 8; place += 1) {
      const event = events[place]!
      if (event === NOTHING) continue
      events[place] = NOTHING
      const lead = order === null ? place : order[place]!
      chooser.at = place
      if (event === DECIDED) {
        pass.pass(lead)
        this.#compare(lead)
      } else if (event === TAKES_TURN) {
        if (standings[lead] !== FREE) pass.pass(lead)
      } else if (partner[lead] !== NOBODY) {
        if (event === GIVEN) chooser.hold(partner[lead]!)
        chooser.see(partner[lead]!)
      }
    }
  }

  #compare(lead: number): void {
    const now = this.#columns.partner[lead]!
    const was = this.#settled[lead]!
    if (now === was) return
    if (now !== NOBODY) this.#isGivenOtherwise[now] = 1
    if (was !== NOBODY) this.#isGivenOtherwise[was] = 1
  }

  #keep(): void {
    const { order } = this.#leads
    for (const [queue, places] of this.#queues.entries()) {
      if (this.#dirty[queue] === 0) continue
      for (const place of places) {
        const lead = order === null ? place : order[place]!
        this.#settled[lead] = this.#columns.partner[lead]!
      }
    }
    this.#dirty.fill(0)
  }

  #turnsOf(seating: number, { names: { territoryOf } }: DecisionPass): Uint32Array {
    const known = this.#turns[seating]
    if (known !== undefined) return known
    const { seatingOf } = this.#seats.candidates
    const lists = this.#givenIn.filter((_, code) => seatingOf[territoryOf[code]!] === seating)
    const [only = EMPTY] = lists
    const turns = lists.length <= 1 ? only : Uint32Array.from(lists.flatMap((list) => [...list])).sort()
    this.#turns[seating] = turns
    return turns
  }
}

/** Both in one order; of the second those that hold. */
function merge(ones: Uint32Array, others: Uint32Array, holds: (place: number) => boolean): Uint32Array {
  const merged = new Uint32Array(ones.length + others.length)
  let size = 0
  let at = 0
  for (const other of others) {
    while (at < ones.length && ones[at]! < other) merged[size++] = ones[at++]!
    if (ones[at] !== other && holds(other) && merged[size - 1] !== other) merged[size++] = other
  }
  while (at < ones.length) merged[size++] = ones[at++]!
  return merged.subarray(0, size)
}
