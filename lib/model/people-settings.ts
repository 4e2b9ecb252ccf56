import * as v from 'valibot';

/** A domain as it stands in an address, e.g. `example.com`. */
export const domainSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(253),
  v.regex(/^[^\s@/:]+\.[^\s@/:.]+$/),
);

/** ISO 3166 code of a country, e.g. `DE`. */
export const regionSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[A-Z]{2}$/));

/** A word as it stands before the @ of an office's address, e.g. `reception`. */
export const roleWordSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.maxLength(40),
  v.regex(/^[^\s@,;]+$/),
);
