import { crc32, deflateSync } from 'node:zlib'

export function part(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** A picture of one colour, whole by its checksums. @param given another type of colour than red, green and blue, what stands where the packed rows would, and parts before these */
export function buildPng(width: number, height: number, { colourType = 2, interlace = 0, rows, before = [] }: { readonly colourType?: number; readonly interlace?: number; readonly rows?: Buffer; readonly before?: readonly Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colourType, 0, 0, interlace], 8)
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from([31, 75, 122]))])
  const packed = rows ?? deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), part('IHDR', header), ...before, part('IDAT', packed), part('IEND', Buffer.alloc(0))])
}
