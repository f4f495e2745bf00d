// Properties are asked of the same generated cases in every run, so that a change is judged by itself and not by luck. New cases:
// PROPERTY_SEED=<any whole number> npm run test:unit. A case that fails is worth a test of its own.
import fc from 'fast-check';

const SEED = 7;

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? SEED) });
