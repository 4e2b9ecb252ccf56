/** The options given to `npm start`. */
export interface DemoArguments {
  /** Connects over the emulated Membrane, without a key of a helpdesk. */
  throughMembrane: boolean;
  /** Makes the pictures of the guides, whether or not there is a display. */
  forGuides: boolean;
  /** Photographs each main state in every language at four widths instead. */
  inWidths: boolean;
}

/** Reads the words after the script's name. Throws at an unknown one. */
export function readDemoArguments(words: readonly string[]): DemoArguments {
  const known = ['--membrane', '--screenshots', '--widths'];
  const unknown = words.filter((word) => !known.includes(word));
  if (unknown.length > 0) {
    throw new Error(`Not known: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  }
  return {
    throughMembrane: words.includes('--membrane'),
    forGuides: words.includes('--screenshots'),
    inWidths: words.includes('--widths'),
  };
}
