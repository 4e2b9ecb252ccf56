import type {
  StoryConversation,
  StoryMessage,
  StoryPerson,
  StoryRecord,
  World,
} from '../../helpdesks/world/types';

export const platforms = ['chatwoot', 'kustomer', 'chaport', 'chatra'] as const;
export type PlatformKey = (typeof platforms)[number];

/** All contacts of one platform. */
export function recordsOn(world: World, platform: PlatformKey): StoryRecord[] {
  return world.people.flatMap((person) => person[platform] ?? []);
}

/** The platforms that hold at least one contact of this person. */
export function platformsOf(person: StoryPerson): PlatformKey[] {
  return platforms.filter((platform) => (person[platform]?.length ?? 0) > 0);
}

/** All conversations of all people. */
export function conversationsOf(world: World): StoryConversation[] {
  return platforms.flatMap((platform) =>
    recordsOn(world, platform).flatMap((record) => record.conversations),
  );
}

/** All messages of all people. */
export function messagesOf(world: World): StoryMessage[] {
  return conversationsOf(world).flatMap((conversation) => conversation.messages);
}

/** The values that occur before, each as often as it is repeated. */
export function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
