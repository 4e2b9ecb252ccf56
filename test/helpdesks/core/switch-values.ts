/** The values a switch is set to: all of them where they can be listed, otherwise a few that differ. */
type SwitchValues<Switches> = { readonly [Name in keyof Switches]: readonly Switches[Name][] };

/** The values of a type that can be listed: literals and `null`, but no free number and no record. */
type Countable<Value> = Value extends string
  ? string extends Value
    ? never
    : Value
  : Value extends number
    ? number extends Value
      ? never
      : Value
    : Value extends boolean | null
      ? Value
      : never;

/** Nothing where every such value is listed; otherwise the missing ones, which no list can satisfy. */
type Whole<Switches, Values extends SwitchValues<Switches>> = {
  readonly [Name in keyof Switches]: [
    Exclude<Countable<Switches[Name]>, Values[Name][number]>,
  ] extends [never]
    ? unknown
    : { leftOut: Exclude<Countable<Switches[Name]>, Values[Name][number]> };
};

/**
 * Takes the list of an emulator's switches with the values each is set to. The compiler refuses a list that
 * leaves out a switch or one of the values that can be listed, so suites that go through such a list try them
 * all.
 */
export function switchValues<Switches>() {
  return <const Values extends SwitchValues<Switches>>(
    values: Values & Whole<Switches, Values>,
  ): SwitchValues<Switches> => values;
}

/** One switch set to one value. */
export interface Throw<Switches> {
  /** E.g. `noChat: "null"`. */
  name: string;
  switches: Partial<Switches>;
}

/** Each value of each switch, one at a time. */
export function throwsOf<Switches extends object>(
  values: SwitchValues<Switches>,
): Throw<Switches>[] {
  return Object.entries<readonly unknown[]>(values).flatMap(([name, list]) =>
    list.map((value) => {
      const switches: Partial<Switches> = {};
      Object.assign(switches, { [name]: value });
      return { name: `${name}: ${JSON.stringify(value)}`, switches };
    }),
  );
}
