const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/

/** The parts of an address that say who listens there and who else may. */
interface Place {
  readonly protocol: string
  readonly hostname: string
  readonly username: string
  readonly password: string
}

/** Whether what is sent there stays between the two: by TLS, or because it does not leave this computer. */
export function isConfidential(place: Place | null): boolean {
  return place !== null && place.username === '' && place.password === '' && (place.protocol === 'https:' || isLoopback(place))
}

/** Whether the address is of this computer, by plain HTTP. */
export function isLoopback(place: Place | null): boolean {
  return place?.protocol === 'http:' && LOOPBACK.test(place.hostname)
}
