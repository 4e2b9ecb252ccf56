import * as v from 'valibot';
import { connectionIdSchema, platformNameSchema } from '../model/ids';
import { command, done } from './define-command';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const membraneAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok') }),
  /** `message` is for a person: what happened and what to do next. */
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);
export type MembraneAnswer = v.InferOutput<typeof membraneAnswerSchema>;

/** A connection in Membrane, as a person chooses one. */
const offerSchema = v.object({
  id,
  name: v.string(),
  /** The application that it says it is for. */
  app: v.string(),
  /** Our name for this platform, where it is one that we support. */
  platform: v.optional(platformNameSchema),
  situation: v.picklist(['ready', 'building', 'person-needed', 'failed']),
  /** What Membrane says about it. */
  said: v.optional(v.string()),
});
export type MembraneOffer = v.InferOutput<typeof offerSchema>;

const listAnswerSchema = v.variant('kind', [
  /** `dropped`: how many more there are, which cannot be read or are too many to choose from. */
  v.object({ kind: v.literal('ok'), offers: v.array(offerSchema), dropped: v.number() }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);
export type MembraneListAnswer = v.InferOutput<typeof listAnswerSchema>;

const offerAnswerSchema = v.variant('kind', [
  v.object({ kind: v.literal('ok'), offer: offerSchema }),
  v.object({ kind: v.literal('failed'), message: v.string() }),
]);
export type MembraneOfferAnswer = v.InferOutput<typeof offerAnswerSchema>;

/** What the options page asks for about Membrane. */
export const membraneCommands = {
  /**
   * Sign in with the token in the drop box, at the service's own base or another: an origin, https or
   * on this computer.
   */
  'membrane.sign-in': command(
    ['options'],
    v.object({
      draftId: connectionIdSchema,
      base: v.optional(v.pipe(v.string(), v.maxLength(300))),
    }),
    membraneAnswerSchema,
  ),
  /** Sign in on Membrane's own page, at a base as above; answers once the person is done there. */
  'membrane.sign-in-on-page': command(
    ['options'],
    v.object({ base: v.optional(v.pipe(v.string(), v.maxLength(300))) }),
    membraneAnswerSchema,
  ),
  /** `failed` where Membrane could not be reached; it is forgotten here all the same. */
  'membrane.sign-out': command(['options'], v.object({}), membraneAnswerSchema),
  /** The connections of the person signed in: those for a platform, and those whose platform is not known. */
  'membrane.list': command(
    ['options'],
    v.object({ platform: platformNameSchema }),
    listAnswerSchema,
  ),
  /** Find the connection for a platform, or begin to make one. */
  'membrane.ensure': command(
    ['options'],
    v.object({ platform: platformNameSchema }),
    offerAnswerSchema,
  ),
  /** The state of a connection; while it is being built the answer may take 20 s. */
  'membrane.look': command(['options'], v.object({ id }), offerAnswerSchema),
  /** Open the page on which a person makes this connection, or makes it again. */
  'membrane.open': command(['options'], v.object({ id }), membraneAnswerSchema),
  /** A person confirms that the account behind a connection is the one it was set up for. */
  'membrane.confirm': command(['options'], v.object({ connectionId: connectionIdSchema }), done),
} as const;
