import * as v from 'valibot';

const text = v.pipe(
  v.string(),
  v.transform((value) => value.trim().slice(0, 400)),
);
const optionalText = v.fallback(v.optional(text), undefined);
const errorSchema = v.fallback(v.optional(v.object({ message: optionalText })), undefined);
/** What somebody typed when connecting: read to compare an address, never stored. */
const typedSchema = v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined);

export const membraneSelfSchema = v.object({
  id: text,
  name: optionalText,
  internalId: optionalText,
  workspaceKey: optionalText,
});
export type MembraneSelf = v.InferOutput<typeof membraneSelfSchema>;

export const membraneConnectionSchema = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  name: v.fallback(text, ''),
  state: optionalText,
  connected: v.fallback(v.optional(v.boolean()), undefined),
  isDefunct: v.fallback(v.optional(v.boolean()), undefined),
  archivedAt: optionalText,
  integration: v.fallback(v.optional(v.object({ key: optionalText })), undefined),
  connectorId: optionalText,
  externalAppId: optionalText,
  clientAction: v.fallback(
    v.optional(
      v.object({
        description: optionalText,
        uiUrl: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(4_000))), undefined),
      }),
    ),
    undefined,
  ),
  errors: v.fallback(v.array(errorSchema), []),
  requestError: errorSchema,
  error: errorSchema,
  connectorParameters: typedSchema,
  input: typedSchema,
});
export type MembraneConnection = v.InferOutput<typeof membraneConnectionSchema>;

/** What a search found; anything else among it is left out. */
export const searchSchema = v.object({
  items: v.array(
    v.fallback(
      v.object({
        element: v.optional(v.object({ id: text, key: optionalText, name: v.fallback(text, '') })),
      }),
      {},
    ),
  ),
});

export const connectingRequestSchema = v.object({ url: v.pipe(v.string(), v.maxLength(4_000)) });

export const membraneActionSchema = v.object({
  id: text,
  key: optionalText,
  name: v.fallback(text, ''),
  inputSchema: v.fallback(v.optional(v.record(v.string(), v.unknown())), undefined),
  config: v.fallback(
    v.optional(v.object({ request: v.optional(v.object({ path: v.unknown() })) })),
    undefined,
  ),
});
export type MembraneAction = v.InferOutput<typeof membraneActionSchema>;

export const actionRunSchema = v.object({ output: v.optional(v.unknown()) });
