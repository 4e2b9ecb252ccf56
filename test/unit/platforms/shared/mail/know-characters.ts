import { characterEntities } from 'character-entities';
import { withNamedCharacters } from '../../../../../lib/platforms/shared/mail/named-characters';

/** Has the list of named characters known, as the worker has it from the package. */
export async function knowNamedCharacters(): Promise<void> {
  const namedCharacters = async () => new Map(Object.entries(characterEntities));
  async function* nothing(): AsyncGenerator<never, void, void> {
    yield* [];
  }
  await withNamedCharacters({ namedCharacters }, nothing).next();
}
