import { useState } from 'react';

/**
 * Which of the options with these keys is chosen, and how to choose another: the first one until somebody
 * chooses (`undefined` goes back to that); after that the same one, while others come and go around it. -1
 * without options.
 */
export function useChosenOption(
  keys: readonly string[],
): [index: number, choose: (index: number | undefined) => void] {
  const [chosen, setChosen] = useState<string>();
  const at = chosen === undefined ? 0 : Math.max(0, keys.indexOf(chosen));
  return [
    Math.min(at, keys.length - 1),
    (index) => setChosen(index === undefined ? undefined : keys[index]),
  ];
}
