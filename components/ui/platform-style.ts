import type { CSSProperties } from 'react';
import type { PlatformDescriptor } from '../../lib/model/descriptor';

/** Hands a platform's two colours to the `platform-tint` class of the same element. */
export function platformStyle(platform: PlatformDescriptor | undefined): CSSProperties {
  if (platform === undefined) return {};
  const { light, dark } = platform.colour;
  return { '--platform-light': light, '--platform-dark': dark } as CSSProperties;
}
