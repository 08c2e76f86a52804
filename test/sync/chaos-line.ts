import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** What becomes of a connection that somebody makes. */
export type Behaviour = (socket: Socket) => void
export type End = 'closed' | 'reset'

/** A place on this machine where a desk finds a bad network instead of a central API. */
export class ChaosLine {
  /** Of the next connections; those that are there stay as they are. */
  behaviour: Behaviour
  connections = 0
  readonly #server: Server
  readonly #open = new Set<Socket>()

  private constructor(behaviour: Behaviour) {
    this.behaviour = behaviour
    this.#server = createServer((socket) => {
      this.connections += 1
      this.#open.add(socket)
      socket.on('close', () => this.#open.delete(socket)).on('error', () => undefined)
      this.behaviour(socket)
    })
  }

  static async open(behaviour: Behaviour): Promise<ChaosLine> {
    const line = new ChaosLine(behaviour)
    line.#server.listen(0, '127.0.0.1')
    await once(line.#server, 'listening')
    onTestFinished(() => line.close())
    return line
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** Ends what is connected, so that the next request makes a connection of its own. */
  hangUp(): void {
    for (const socket of this.#open) socket.destroy()
  }

  close(): void {
    this.#server.close()
    this.hangUp()
  }
}

/** A request has arrived: its head at least. */
function asked(socket: Socket): Promise<unknown> {
  return once(socket, 'data')
}

function finish(socket: Socket, end: End): void {
  if (end === 'reset') socket.resetAndDestroy()
  else socket.end()
}

/** Says the same to everybody, then ends the connection. */
export function saying(answer: Buffer | string, end: End = 'closed'): Behaviour {
  return (socket) => {
    void asked(socket).then(() => {
      if (answer.length === 0) finish(socket, end)
      else socket.write(answer, () => finish(socket, end))
    })
  }
}

/** Says one piece after another, with a pause between. */
export function dripping(answer: Buffer, bytes: number, milliseconds: number): Behaviour {
  return (socket) => {
    void asked(socket).then(async () => {
      for (let at = 0; at < answer.length && !socket.destroyed; at += bytes) {
        socket.write(answer.subarray(at, at + bytes))
        await new Promise((resolve) => setTimeout(resolve, milliseconds))
      }
      socket.end()
    })
  }
}

export const silent: Behaviour = (socket) => void socket.resume()

/** Passes everything on, and lets so many bytes back in all, or makes of them what it wants. */
export function leadingTo(port: number, { most = Number.POSITIVE_INFINITY, end = 'closed', change = (chunk) => chunk }: { readonly most?: number; readonly end?: End; readonly change?: (chunk: Buffer) => Buffer } = {}): Behaviour {
  return (socket) => {
    const onward = connect(port, '127.0.0.1')
    let passed = 0
    socket.pipe(onward)
    onward.on('data', (chunk: Buffer) => {
      const part = change(chunk).subarray(0, most - passed)
      passed += part.length
      socket.write(part, () => {
        if (passed >= most) finish(socket, end)
      })
    })
    onward.on('end', () => socket.end()).on('error', () => socket.destroy())
    socket.on('close', () => onward.destroy())
  }
}

export type Framing = 'length' | 'chunked' | 'until the end'

/** An answer as it goes over the line. */
export function rawAnswer(status: string, headers: Readonly<Record<string, string>>, body: Buffer | string, framing: Framing = 'length'): Buffer {
  const bytes = Buffer.from(body)
  const framed = framing === 'length' ? { 'content-length': String(bytes.length) } : framing === 'chunked' ? { 'transfer-encoding': 'chunked' } : { connection: 'close' }
  const head = [`HTTP/1.1 ${status}`, ...Object.entries({ ...headers, ...framed }).map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n')
  if (framing !== 'chunked') return Buffer.concat([Buffer.from(head), bytes])
  const half = Math.ceil(bytes.length / 2)
  const chunks = [bytes.subarray(0, half), bytes.subarray(half)].flatMap((chunk) => [Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from('\r\n')])
  return Buffer.concat([Buffer.from(head), ...chunks, Buffer.from('0\r\n\r\n')])
}
