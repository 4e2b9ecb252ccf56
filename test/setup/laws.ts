import fc from 'fast-check';

// The same code gets the same verdict each time it is tested. Other cases of the laws: LAWS_SEED=7 npm run unit
fc.configureGlobal({ seed: Number(process.env.LAWS_SEED ?? 1) });
