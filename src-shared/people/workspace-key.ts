import { z } from 'zod'

/** 64 hex digits: the key that seals one workspace file. */
export const workspaceKeySchema = z.string().regex(/^[0-9a-f]{64}$/)

/** `POST /keys/v1/keep`: a desk has its workspace’s key kept, for its person alone. */
export const keepKeySchema = z.strictObject({ workspaceId: z.uuid(), key: workspaceKeySchema })
/** `POST /keys/v1/recover`: the same person asks for it back, from whatever desk. */
export const recoverKeySchema = z.strictObject({ workspaceId: z.uuid() })
export const recoveredKeySchema = z.object({ key: workspaceKeySchema })
